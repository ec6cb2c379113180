// A real WordPress, of Debian, on a free port of this machine, with a database of its own.
import { execFileSync, spawn } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir, userInfo } from "node:os";
import { join, resolve } from "node:path";
import { freePort } from "../../hosting/support/servers.mjs";

const POSTS = resolve(import.meta.dirname, "posts.php");
const THEME = "twentytwentythree";
const PATIENCE_MS = 30_000;
const LOOK_MS = 50;

async function until(look, what) {
  const end = Date.now() + PATIENCE_MS;
  while (Date.now() < end) {
    if (await look()) return;
    await new Promise((go) => setTimeout(go, LOOK_MS));
  }
  throw new Error(`${what} never came`);
}

// `posts`: see posts.php. Returns their addresses, `extend(php)`, which adds a program of the site's own, and `stop()`.
export async function wordpress(posts) {
  const work = mkdtempSync(join(tmpdir(), "wordpress-"));
  const children = [];
  const run = (command, ...given) => children.push(spawn(command, given, { stdio: "ignore", cwd: work }));
  const stop = async () => {
    await Promise.all(children.map((child) => new Promise((gone) => (child.exitCode === null ? child.once("exit", gone).kill() : gone()))));
    rmSync(work, { recursive: true, force: true });
  };
  try {
    const [data, socket, site] = ["data", "socket", "site"].map((name) => join(work, name));
    const user = `--user=${userInfo().username}`;
    execFileSync("mariadb-install-db", ["--no-defaults", user, `--datadir=${data}`, "--auth-root-authentication-method=normal", "--skip-test-db"], { stdio: "ignore" });
    run("mariadbd", "--no-defaults", user, `--datadir=${data}`, `--socket=${socket}`, "--skip-networking", `--pid-file=${work}/pid`);
    await until(() => existsSync(socket), "the database");
    execFileSync("mariadb", ["--no-defaults", `--socket=${socket}`, "--user=root", "--execute=create database wordpress"]);
    cpSync("/usr/share/wordpress", site, { recursive: true, dereference: true });
    const url = `http://127.0.0.1:${await freePort()}`;
    const constants = { DB_NAME: "wordpress", DB_USER: "root", DB_PASSWORD: "", DB_HOST: `localhost:${socket}`, DB_CHARSET: "utf8mb4", DB_COLLATE: "", WP_HOME: url, WP_SITEURL: url, WP_DEFAULT_THEME: THEME };
    const defined = Object.entries(constants).map(([name, value]) => `define('${name}', '${value}');`);
    writeFileSync(join(site, "wp-config.php"), `<?php\n${defined.join("\n")}\ndefine('DISABLE_WP_CRON', true);\ndefine('WP_HTTP_BLOCK_EXTERNAL', true);\n$table_prefix = 'wp_';\nif (!defined('ABSPATH')) define('ABSPATH', __DIR__ . '/');\nrequire_once ABSPATH . 'wp-settings.php';\n`);
    const told = execFileSync("php", [POSTS], { cwd: site, input: JSON.stringify(posts), env: { ...process.env, HTTP_HOST: url.slice("http://".length) }, encoding: "utf8", stdio: ["pipe", "pipe", "inherit"] });
    run("php", "-S", url.slice("http://".length), "-t", site);
    await until(() => fetch(url).then(({ ok }) => ok, () => false), "WordPress");
    const extend = (php) => {
      mkdirSync(join(site, "wp-content/mu-plugins"), { recursive: true });
      writeFileSync(join(site, "wp-content/mu-plugins/site.php"), `<?php\n${php}`);
    };
    return { addresses: JSON.parse(told.trim().split("\n").at(-1)), extend, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}
