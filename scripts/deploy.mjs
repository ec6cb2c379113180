// The configurations of web servers, in deploy/, written from the headers: node scripts/deploy.mjs. tests/hosting runs the real servers
// with them, and fails when they are not what this writes.
import { existsSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { ASKED_AGAIN, HASHED, HEADERS, KEPT, PAGE } from "./headers.mjs";

// What a server may not know: the type of each ending.
const TYPES = { wasm: "application/wasm", csv: "text/csv", geojson: "application/geo+json", md: "text/markdown", js: "text/javascript", bin: "application/octet-stream" };
const WITH_CHARSET = ["text/html", "text/css", "text/csv", "text/markdown", "text/plain", "text/xml", "text/javascript", "application/javascript", "application/json", "application/geo+json", "image/svg+xml"];

const lines = (entries, write) => Object.entries(entries).map(([key, value]) => write(key, value));
const indented = (all, by) => all.map((line) => line && by + line).join("\n");

// The headers, each in a line of a server's own.
const headers = (write) => lines(HEADERS, write).join("\n");

const nginx = () => `# La carte des leviers derrière nginx. Le contenu de dist/ est dans /var/www/carte.
# À déposer dans /etc/nginx/conf.d/carte.conf ; puis :  nginx -t && systemctl reload nginx
#
# Sous un chemin (https://exemple.fr/carte/) : déposez dist/ sous ce nom dans la racine du site, et reprenez dans son « server » ce
# qui est dans celui-ci, sans « listen », « server_name » ni « root » ; la page d'erreur est alors /carte/404.html.

# Une adresse qui porte une empreinte ne change jamais de contenu. Une erreur n'est gardée par personne : le fichier peut arriver.
map "$status $uri" $leviers_cache {
    "~^(200|206|304) .*${HASHED}" "${KEPT}";
    default "${ASKED_AGAIN}";
}

server {
    listen 80;
    # listen 443 ssl;
    # ssl_certificate /etc/letsencrypt/live/exemple.fr/fullchain.pem;
    # ssl_certificate_key /etc/letsencrypt/live/exemple.fr/privkey.pem;
    server_name _;
    root /var/www/carte;

    # « /initiatives » mène à « /initiatives/ » derrière n'importe quel proxy.
    absolute_redirect off;
    # Un fichier absent est absent : jamais la page d'accueil à sa place. La page d'erreur mène à la carte et aux listes.
    location / { try_files $uri $uri/ =404; }
    error_page 404 /404.html;

    # Chaque fichier est déjà compressé à côté de lui-même : dist/ contient les .br et les .gz.
    gzip_static on;
    gzip_vary on;
    # brotli_static on; # avec le paquet libnginx-mod-http-brotli-static

    charset utf-8;
    charset_types ${WITH_CHARSET.join(" ")};
${indented(lines(TYPES, (ending, type) => `location ~ \\.${ending}$ { types { } default_type ${type}; }`), "    ")}

    # Aucun autre « add_header » dans un « location » : il ferait oublier ceux-ci.
${headers((name, value) => `    add_header ${name} "${value}" always;`)}
    add_header Cache-Control $leviers_cache always;
}
`;

const htaccess = () => `# La carte des leviers derrière Apache : ce fichier, nommé .htaccess, dans le dossier qui contient dist/index.html.
# Il faut les modules headers, mime, dir et rewrite, et « AllowOverride All » ; sinon, reprenez-le dans un bloc « Directory ».

<Files ".ht*">
    Require all denied
</Files>
Options -Indexes
DirectoryIndex index.html
FallbackResource disabled
# La page d'erreur mène à la carte et aux listes. Sous un chemin : /carte/404.html.
ErrorDocument 404 /404.html
AddDefaultCharset off

RemoveType .gz
RemoveLanguage .br
${lines(TYPES, (ending, type) => `AddType ${type} .${ending}`).join("\n")}
AddCharset utf-8 .html .css .csv .md .txt .xml .js .json .geojson .svg
AddEncoding br .br
AddEncoding gzip .gz

# Chaque fichier est déjà compressé à côté de lui-même. mod_deflate et mod_brotli n'y ajoutent rien.
RewriteEngine On
RewriteCond %{HTTP:Accept-Encoding} \\bbr\\b
RewriteCond %{REQUEST_FILENAME}.br -f
RewriteRule ^(.+)$ $1.br [L]
RewriteCond %{HTTP:Accept-Encoding} \\bgzip\\b
RewriteCond %{REQUEST_FILENAME}.gz -f
RewriteRule ^(.+)$ $1.gz [L]
SetEnv no-gzip 1
SetEnv no-brotli 1
Header merge Vary Accept-Encoding

${headers((name, value) => `Header always set ${name} "${value}"`)}
# Une adresse qui porte une empreinte ne change jamais de contenu. Une erreur n'est gardée par personne : le fichier peut arriver.
Header always set Cache-Control "${ASKED_AGAIN}"
Header always set Cache-Control "${KEPT}" "expr=%{REQUEST_URI} =~ m#${HASHED}# && %{REQUEST_STATUS} -lt 400"
`;

const apache = () => `# La carte des leviers derrière Apache. Le contenu de dist/ est dans /var/www/carte, avec deploy/htaccess nommé .htaccess.
# À déposer dans /etc/apache2/sites-available/carte.conf ; puis :
#     a2enmod headers mime dir rewrite && a2ensite carte && systemctl reload apache2

<VirtualHost *:80>
    DocumentRoot /var/www/carte
    <Directory /var/www/carte>
        AllowOverride All
        Require all granted
    </Directory>
</VirtualHost>

# <VirtualHost *:443>
#     ServerName exemple.fr
#     SSLEngine on
#     SSLCertificateFile /etc/letsencrypt/live/exemple.fr/fullchain.pem
#     SSLCertificateKeyFile /etc/letsencrypt/live/exemple.fr/privkey.pem
#     DocumentRoot /var/www/carte
#     <Directory /var/www/carte>
#         AllowOverride All
#         Require all granted
#     </Directory>
# </VirtualHost>
`;

const caddy = () => `# La carte des leviers derrière Caddy. Le contenu de dist/ est dans /var/www/carte. Avec le nom du site à la place de « :80 »,
# Caddy passe lui-même en HTTPS.

:80 {
	root * /var/www/carte
	file_server {
		precompressed br gzip
	}
	header {
${headers((name, value) => `\t\t${name} "${value}"`)}
	}
	@asked not path_regexp ${HASHED}
	header @asked Cache-Control "${ASKED_AGAIN}"
	@kept path_regexp ${HASHED}
	header @kept Cache-Control "${KEPT}"
${lines(TYPES, (ending, type) => `\t@${ending} path *.${ending}\n\theader @${ending} Content-Type "${type}${WITH_CHARSET.includes(type) ? "; charset=utf-8" : ""}"`).join("\n")}
	handle_errors {
		header {
${headers((name, value) => `\t\t\t${name} "${value}"`)}
			Cache-Control "${ASKED_AGAIN}"
		}
		# La page d'erreur mène à la carte et aux listes. Sous un chemin : /carte/404.html.
		rewrite * /404.html
		file_server
	}
}
`;

export const DEPLOY = { "nginx.conf": nginx, htaccess, "apache.conf": apache, Caddyfile: caddy };

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  if (!existsSync(PAGE)) throw new Error("dist/ is not built, and the policy has the hashes of what its page holds; run:  make build");
  for (const [name, write] of Object.entries(DEPLOY)) writeFileSync(`deploy/${name}`, write());
}
