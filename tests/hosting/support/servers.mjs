// The real web servers, each with its configuration of deploy/, on a free port of this machine and a folder that holds dist/ twice: at
// its root, and under /carte/.
import { execFileSync, spawn } from "node:child_process";
import { chmodSync, copyFileSync, cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";

const deployed = (name) => readFileSync(`deploy/${name}`, "utf8");
// Fails when a line that the test must change is not there.
function replaced(text, ...changes) {
  return changes.reduce((text, [from, to]) => {
    if (!text.includes(from)) throw new Error(`not in the configuration: ${from}`);
    return text.replaceAll(from, to);
  }, text);
}

const BROTLI = "/usr/lib/nginx/modules/ngx_http_brotli_static_module.so";
const APACHE_MODULES = ["mpm_event", "authz_core", "dir", "mime", "headers", "rewrite", "env", "filter", "deflate", "brotli", "alias", "autoindex", "setenvif"];

// Each writes its files into a folder of work, and returns the command to run in the foreground.
const SERVERS = {
  nginx({ work, www, port }) {
    const site = replaced(deployed("nginx.conf"), ["listen 80;", `listen 127.0.0.1:${port};`], ["root /var/www/carte;", `root ${www};`], ["# brotli_static on;", "brotli_static on;"]);
    const kept = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"].map((name) => `${name}_temp_path ${work}/${name};`).join(" ");
    writeFileSync(`${work}/nginx.conf`, `load_module ${BROTLI};\ndaemon off;\npid ${work}/pid;\nevents {}\nhttp {\ninclude /etc/nginx/mime.types;\naccess_log off;\n${kept}\n${site}\n}\n`);
    return ["nginx", "-c", `${work}/nginx.conf`, "-e", `${work}/error.log`];
  },
  apache({ work, www, port }) {
    copyFileSync("deploy/htaccess", `${www}/.htaccess`);
    const site = replaced(deployed("apache.conf"), ["<VirtualHost *:80>", `<VirtualHost 127.0.0.1:${port}>`], ["/var/www/carte", www]);
    const modules = APACHE_MODULES.map((name) => `LoadModule ${name}_module /usr/lib/apache2/modules/mod_${name}.so`);
    const types = "AddOutputFilterByType DEFLATE text/html text/css application/wasm application/octet-stream"; // what many hosts add
    const user = process.getuid() === 0 ? "User www-data\nGroup www-data" : "";
    writeFileSync(`${work}/apache.conf`, `ServerRoot ${work}\nServerName localhost\nDefaultRuntimeDir ${work}\nPidFile ${work}/pid\nListen 127.0.0.1:${port}\n${user}\n${modules.join("\n")}\nTypesConfig /etc/mime.types\nErrorLog ${work}/error.log\n${types}\n${site}\n`);
    return ["apache2", "-X", "-f", `${work}/apache.conf`];
  },
  caddy({ work, www, port }) {
    const site = replaced(deployed("Caddyfile"), [":80 {", `http://127.0.0.1:${port} {`], ["/var/www/carte", www]);
    writeFileSync(`${work}/Caddyfile`, `{\n\tadmin off\n\tauto_https off\n}\n${site}`);
    return ["caddy", "run", "--config", `${work}/Caddyfile`, "--adapter", "caddyfile"];
  },
};

const has = (command) => {
  try {
    return Boolean(execFileSync("sh", ["-c", 'command -v "$0"', command]));
  } catch {
    return false;
  }
};

// The servers that this machine has; nginx with its module.
export const names = Object.keys(SERVERS).filter((name) => has({ apache: "apache2" }[name] ?? name) && (name !== "nginx" || existsSync(BROTLI)));

export async function freePort() {
  const probe = createServer();
  await new Promise((resolve) => probe.listen(0, "127.0.0.1", resolve));
  const { port } = probe.address();
  await new Promise((resolve) => probe.close(resolve));
  return port;
}

// Starts a server on a copy of `folder`. Answers once it listens; says what it wrote when it ends before that.
export async function start(name, folder = "dist") {
  const work = mkdtempSync(join(tmpdir(), `${name}-`));
  const www = `${work}/www`;
  mkdirSync(www);
  cpSync(folder, www, { recursive: true });
  symlinkSync(".", `${www}/carte`);
  chmodSync(work, 0o755); // servers read as another user
  const port = await freePort();
  const [command, ...args] = SERVERS[name]({ work, www, port });
  const child = spawn(command, args, { cwd: work, env: { ...process.env, XDG_DATA_HOME: work, XDG_CONFIG_HOME: work, APACHE_RUN_DIR: work } });
  let said = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (data) => (said += data));
  let ended = false;
  const end = new Promise((resolve) => child.once("exit", () => resolve((ended = true))));
  const url = `http://127.0.0.1:${port}`;
  const answers = () => fetch(url, { method: "HEAD" }).then(() => true, () => false);
  while (!(await answers())) {
    if (ended) throw new Error(`${name} does not start: ${said}${existsSync(`${work}/error.log`) ? readFileSync(`${work}/error.log`, "utf8") : ""}`);
    await new Promise((resolve) => setTimeout(resolve, 20)); // then asked again
  }
  const stop = async () => {
    child.kill("SIGTERM");
    await end;
    rmSync(work, { recursive: true, force: true });
  };
  // Publishes another edition in place of this one.
  function deploy(other) {
    for (const file of readdirSync(www).filter((file) => file !== "carte" && file !== ".htaccess")) rmSync(`${www}/${file}`, { recursive: true });
    cpSync(other, www, { recursive: true });
  }
  // Puts more files into what is served.
  const add = (put) => {
    mkdirSync(`${www}/data/points`, { recursive: true });
    put(www);
  };
  return { url, add, deploy, stop };
}
