"""Measures the packaged shop: start, memory, reads, and the settling of payments against pgbench.

One process each: the shop (-Xmx256m), PostgreSQL with fsync on, the load on the same machine. CPU per request is the
figure to compare; requests per second depend on what else the machine does ("foreign" says how much).
"""

import argparse
import base64
import hashlib
import hmac
import json
import os
import re
import shutil
import signal
import statistics
import subprocess
import tempfile
import time
import urllib.error
import urllib.request

import history
import life
import sockets
from processes import Servers, Shop, forget_peak, machine_cpu, memory_mb, peak_mb

HERE = os.path.dirname(os.path.abspath(__file__))
TOKEN = "12345:bench"
ADMIN = ("admin@bench.test", "a-long-password-of-the-bench")
ADMIN_TOTP = bytes(range(20))


def arguments():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seconds", type=int, default=10, help="of each measured round")
    parser.add_argument("--warm", type=int, default=20, help="seconds of warming up per path")
    parser.add_argument("--rounds", type=int, default=3, help="measured rounds per path; the median counts")
    parser.add_argument("--connections", type=int, default=32)
    parser.add_argument("--accounts", type=int, default=100_000)
    parser.add_argument("--payments", type=int, default=20_000, help="settled per round")
    parser.add_argument("--rows", type=int, default=1_000_000, help="paid payments of the past, for history")
    parser.add_argument("--subscriptions", type=int, default=1_000_000, help="active ones, for expiry")
    parser.add_argument("--due", type=int, default=100_000, help="of them have come to their end")
    parser.add_argument("--users", type=int, default=100_000, help="of a panel, for reconcile")
    parser.add_argument("--logins", type=int, default=200, help="at once")
    parser.add_argument("--sockets", type=int, default=5_000, help="WebSockets open at once")
    parser.add_argument("--news", type=int, default=60, help="told to all of them, one after the other")
    parser.add_argument("--port", type=int, default=18080)
    parser.add_argument("--starts", type=int, default=3)
    parser.add_argument("--only", choices=["start", "reads", "links", "logins", "settle", "history", "sockets",
                                           "expiry", "reconcile"],
                        help="one part of it")
    return parser.parse_args()


class Bench:
    def __init__(self, args):
        self.args = args
        self.java = os.path.join(os.environ.get("JAVA_HOME", "/usr"), "bin", "java")
        self.home = tempfile.mkdtemp(prefix="cybervpn-bench-")
        os.chmod(self.home, 0o755)
        self.servers = Servers(self.java, os.path.join(self.home, "data"))
        environment = dict(
            self.servers.environment(),
            CYBERVPN_JWT_SECRET="a-secret-of-the-bench-0123456789-0123456789",
            CYBERVPN_SECRETS_KEYS="b1:" + "0123456789abcdef" * 4, CYBERVPN_AUDIT_KEYS="b1:" + "fedcba9876543210" * 4,
            CYBERVPN_TRIALS_KEYS="b1:" + "0f1e2d3c4b5a6978" * 4,
            CYBERVPN_ADMIN_EMAIL=ADMIN[0], CYBERVPN_ADMIN_PASSWORD=ADMIN[1],
            CYBERVPN_ADMIN_TOTP_SECRET=base64.b32encode(ADMIN_TOTP).decode(),
            CYBERVPN_CRYPTOBOT_URL="http://127.0.0.1:9", CYBERVPN_CRYPTOBOT_TOKEN=TOKEN,
            CYBERVPN_PANEL_URL="http://127.0.0.1:9", CYBERVPN_PANEL_TOKEN="none",
            # All providers are on, though only one is paid at.
            CYBERVPN_STRIPE_URL="http://127.0.0.1:9", CYBERVPN_STRIPE_SECRET_KEY="sk_test_OfTheBench0000",
            CYBERVPN_STRIPE_WEBHOOK_SECRET="whsec_OfTheBench0000", CYBERVPN_YOOKASSA_URL="http://127.0.0.1:9",
            CYBERVPN_YOOKASSA_SHOP_ID="100500", CYBERVPN_YOOKASSA_SECRET_KEY="test_OfTheBench0000000000",
            CYBERVPN_TBANK_URL="http://127.0.0.1:9", CYBERVPN_TBANK_TERMINAL_KEY="BenchDEMO",
            CYBERVPN_TBANK_PASSWORD="a-password-of-the-bench", CYBERVPN_STARS_URL="http://127.0.0.1:9",
            CYBERVPN_STARS_BOT_TOKEN="12345:a-bot-token-of-the-bench-000000000",
            CYBERVPN_STARS_WEBHOOK_SECRET="a-webhook-secret-of-the-bench-0123456789",
            # Made by hand here, and not while something is measured.
            CYBERVPN_LINK_MISSING_EVERY="off",
            CYBERVPN_RATE_LINK_PER_ADDRESS="60000000", CYBERVPN_RATE_LINK_PER_TOKEN="60000000",
            # All calls come from one address, and some from one customer.
            **sockets.ENVIRONMENT,
            **{f"CYBERVPN_RATE_{route}_PER_{of}": "60000000" for route in ("AUTH", "READ", "WRITE", "WEBHOOK", "ADMIN")
               for of in ("ADDRESS", "CREDENTIAL")},
            CYBERVPN_LIMITS_REGISTRATIONS_PER_ADDRESS="1000000", CYBERVPN_LIMITS_LOGINS_PER_ADDRESS="60000000",
            CYBERVPN_LIMITS_FAILURES_PER_ACCOUNT="1000000", CYBERVPN_LIMITS_FAILURES_PER_ADDRESS="1000000",
            # What runs beside the measured path would be measured with it.
            CYBERVPN_OUTBOX_EVERY="off", CYBERVPN_PAYMENT_EVERY="off",
            CYBERVPN_PROVISIONING_EVERY="off", CYBERVPN_LEDGER_PROOF_EVERY="off",
            CYBERVPN_PROOF_EVERY="off")
        if args.only == "reconcile":
            environment.update(life.ENVIRONMENT)
        options = ["-Xmx256m", "@presentation/target/quarkus-app/jvm.options"]
        cache = "presentation/target/quarkus-app/app.aot"
        if os.path.exists(cache):
            options.append("-XX:AOTCache=" + cache)
        self.shop = Shop(self.java, options, environment, args.port, os.path.join(self.home, "shop.log"))
        self.rounds = 0
        self.begun = time.time()

    def url(self, path):
        return f"http://127.0.0.1:{self.args.port}{path}"

    def call(self, method, path, body=None, token=None):
        headers = {"Content-Type": "application/json"}
        if token:
            headers["Authorization"] = "Bearer " + token
        data = json.dumps(body).encode() if body is not None else None
        request = urllib.request.Request(self.url(path), data, headers, method=method)
        with urllib.request.urlopen(request, timeout=10) as response:
            return json.load(response)

    def admin(self):
        """The login of the admin, whose second factor (RFC 6238) is owed after the password."""
        try:
            return self.call("POST", "/api/v1/auth/login", {"email": ADMIN[0], "password": ADMIN[1]})
        except urllib.error.HTTPError as owed:
            challenge = json.load(owed)["params"]["challenge"]
        digest = hmac.new(ADMIN_TOTP, int(time.time() // 30).to_bytes(8, "big"), hashlib.sha1).digest()
        place = digest[-1] & 15
        code = "%06d" % ((int.from_bytes(digest[place:place + 4], "big") & 0x7fffffff) % 1_000_000)
        return self.call("POST", "/api/v1/auth/two-factor", {"challenge": challenge, "code": code})

    def serves_plans(self):
        try:
            return len(self.call("GET", "/api/v1/plans")["items"]) > 0
        except (urllib.error.URLError, ConnectionError, OSError):
            return False

    def starts(self):
        wall, cpu = [], []
        for i in range(self.args.starts):
            if i:
                self.shop.stop()
            seconds, burnt = self.shop.start(self.serves_plans)
            wall.append(seconds)
            cpu.append(burnt)
        # The first start also migrates an empty database.
        print(f"start to first answer: first {wall[0]:.2f} s, then median {statistics.median(wall[1:]):.2f} s "
              f"({statistics.median(cpu[1:]):.2f} CPU s)")
        self.memory("memory idle")

    def memory(self, when):
        print("%s: RSS %.0f MB, of it mapped files %.0f MB; PSS %.0f MB" % ((when,) + memory_mb(self.shop.process.pid)))

    def wrk(self, path, token=None, script=(), seconds=None):
        command = ["wrk", "-t1", f"-c{self.args.connections}", f"-d{seconds or self.args.seconds}s", "--latency"]
        if token:
            command += ["-H", "Authorization: Bearer " + token]
        command += script[:2]
        command += [self.url(path)]
        command += ["--", *script[2:]] if script else []
        out = subprocess.run(command, capture_output=True, text=True, check=True).stdout
        if "Non-2xx" in out:
            raise SystemExit(path + ": " + out)
        return int(re.search(r"(\d+) requests in", out).group(1)), out

    def read(self, name, path, token=None):
        self.wrk(path, token, seconds=self.args.warm)
        rows = []
        for _ in range(self.args.rounds):
            rows.append(self.measured(lambda: self.wrk(path, token)))
        return self.report(name, rows)

    def measured(self, load):
        shop, postgres, machine = self.shop.cpu(), self.servers.cpu(), machine_cpu()
        begun = time.monotonic()
        count, out = load()
        wall = time.monotonic() - begun
        shop, postgres = self.shop.cpu() - shop, self.servers.cpu() - postgres
        latency = {p: re.search(rf"{p}%\s+([\d.]+)(us|ms|s)", out) for p in (50, 99)}
        ms = {p: float(m.group(1)) * {"us": 0.001, "ms": 1, "s": 1000}[m.group(2)] for p, m in latency.items() if m}
        return {"rate": count / wall, "p50": ms.get(50, 0), "p99": ms.get(99, 0), "shop": shop / count * 1000,
                "postgres": postgres / count * 1000, "busy": (machine_cpu() - machine) / wall}

    @staticmethod
    def report(name, rows):
        middle = {key: statistics.median(row[key] for row in rows) for key in rows[0]}
        print(f"{name:32} {middle['rate']:8.0f} /s   p50 {middle['p50']:6.1f} ms   p99 {middle['p99']:6.1f} ms   "
              f"CPU ms: shop {middle['shop']:.2f} + PostgreSQL {middle['postgres']:.2f}   "
              f"(machine {middle['busy']:.1f} of {os.cpu_count()} cores)")
        return middle

    def fill(self):
        self.servers.sql(open(os.path.join(HERE, "fill.sql")).read().replace(":accounts", str(self.args.accounts)))
        self.servers.sql("analyze")

    def reads(self):
        admin = self.admin()
        body = {"email": "buyer@bench.test", "password": "a-long-password-of-a-buyer"}
        buyer = self.call("POST", "/api/v1/auth/register", body)
        subscription = self.servers.sql(
            "insert into subscription select (jsonb_populate_record(s, jsonb_build_object("
            f"'id', uuidv7(), 'account_id', '{buyer['account']['id']}'))).* from subscription s limit 1 returning id")
        self.read("plans", "/api/v1/plans")
        self.read("subscription by id, JWT", "/api/v1/subscriptions/" + subscription, buyer["tokens"]["accessToken"])
        self.read("users list by admin, 50", "/api/v1/admin/users?size=50&count=false",
                  admin["tokens"]["accessToken"])

    def links(self):
        """A link that is polled: its answer of 4 KB lies in the cache, and there is no panel that could be asked."""
        token = "bench" * 8
        held = hashlib.sha256(token.encode()).hexdigest()
        until = int(time.time() * 1000) + 86_400_000
        answer = f"{until}\ntag\ntext/plain; charset=utf-8\nprofile-title:base64:Q3liZXJWUE4=\n" \
                 f"profile-update-interval:12\nsubscription-userinfo:upload=0; download=1; total=2; expire=3\n\n" + "x" * 4096
        self.servers.valkey("HSET", "cybervpn:link:" + held, "e", "epoch", "base64", answer)
        self.read("GET /sub/{token}, cached", "/sub/" + token)

    def logins(self):
        """Many at once: Argon2 is the work, its pool and its queue are bounded, and what does not fit is told 429."""
        customers, password = 50, "a-long-password-of-a-customer"
        for i in range(customers):
            self.call("POST", "/api/v1/auth/register", {"email": f"login{i}@bench.test", "password": password})
        script = ("-s", os.path.join(HERE, "logins.lua"), str(customers), password)
        self.login_round(script)
        forget_peak(self.shop.process.pid)
        rows = [self.login_round(script) for _ in range(self.args.rounds)]
        self.report(f"logins, {self.args.logins} at once", rows)
        refused = statistics.median(row["refused"] for row in rows)
        print(f"{'':32} of them told to come back later: {refused:.0f}   peak RSS {peak_mb(self.shop.process.pid):.0f} MB")

    def login_round(self, script):
        refused = 0

        def load():
            nonlocal refused
            command = ["wrk", "-t1", f"-c{self.args.logins}", f"-d{self.args.seconds}s", "--timeout", "30s", "--latency",
                       *script[:2], self.url("/api/v1/auth/login"), "--", *script[2:]]
            out = subprocess.run(command, capture_output=True, text=True, check=True).stdout
            bad = re.search(r"Non-2xx or 3xx responses: (\d+)", out)
            refused = int(bad.group(1)) if bad else 0
            if "Socket errors" in out:
                raise SystemExit("logins were cut off: " + out)
            done = int(re.search(r"(\d+) requests in", out).group(1)) - refused
            if not done:
                raise SystemExit("no login succeeded: " + out)
            return done, out

        return dict(self.measured(load), refused=refused)

    def pushes(self):
        """New pending payments, and the file of their signed pushes."""
        self.rounds += 1
        count, first = self.args.payments, self.rounds * 10_000_000
        self.servers.sql(open(os.path.join(HERE, "payments.sql")).read()
                         .replace(":first", str(first)).replace(":count", str(count)))
        key = hashlib.sha256(TOKEN.encode()).digest()
        path = os.path.join(self.home, "pushes")
        with open(path, "w") as file:
            for i in range(first, first + count):
                payment = f"00000000-0000-7000-8000-{i:012x}"
                body = json.dumps({
                    "update_id": i, "update_type": "invoice_paid", "request_date": "2026-01-02T03:04:05.000Z",
                    "payload": {"invoice_id": i, "hash": f"h{i}", "currency_type": "fiat", "fiat": "RUB",
                                "amount": "199.00", "paid_asset": "USDT", "paid_amount": "2.15", "status": "paid",
                                "payload": payment, "paid_at": "2026-01-02T03:04:04.000Z"}}, separators=(",", ":"))
                signature = hmac.new(key, body.encode(), hashlib.sha256).hexdigest()
                file.write(f"{signature}\t{body}\n")
        return path

    def settled(self):
        """Of the pushes of this bench; those of the past would take long to count."""
        return int(self.servers.sql("select count(*) from inbox where source = 'cryptobot' and status <> 'received'"
                                    f" and received_at > to_timestamp({self.begun})"))

    def settle_round(self, pushes):
        before = self.settled()

        def load():
            # wrk would sit out its time after the last push: it is told to end when all are settled.
            wrk = subprocess.Popen(
                ["wrk", "-t1", f"-c{self.args.connections}", "-d600s", "--latency",
                 "-s", os.path.join(HERE, "webhooks.lua"), self.url("/api/v1/webhooks/cryptobot"), "--", pushes],
                stdout=subprocess.PIPE, text=True)
            seen, count = -1, 0
            # The very last answers of wrk may be cut off, so the end is when no more come.
            while count < self.args.payments and not (count == seen and count > 0.99 * self.args.payments):
                time.sleep(0.25)
                seen, count = count, self.settled() - before
            wrk.send_signal(signal.SIGINT)
            return count, wrk.communicate()[0]

        return self.measured(load)

    def settle(self):
        self.settle_round(self.pushes())
        rows = [self.settle_round(self.pushes()) for _ in range(self.args.rounds)]
        shop = self.report("webhook to settled", rows)
        captured = self.servers.sql("select count(*) from payment where state = 'captured'")
        booked = self.servers.sql("select count(*) from ledger_transaction")
        if captured != booked or int(captured) < 0.99 * (self.args.rounds + 1) * self.args.payments:
            raise SystemExit(f"{captured} payments captured, {booked} booked: the bench itself is wrong")
        return shop

    def pgbench(self):
        """The same statements without the shop, as many at once as the shop's pool."""
        rates = []
        for _ in range(self.args.rounds):
            self.pushes()
            script = open(os.path.join(HERE, "settle.sql")).read()
            path = os.path.join(self.home, "settle.sql")
            with open(path, "w") as file:
                file.write(script.replace(":first", str(self.rounds * 10_000_000))
                           .replace(":last", str(self.rounds * 10_000_000 + self.args.payments - 1)))
            out = subprocess.run(
                ["pgbench", "-n", "-M", "prepared", "-c", "16", "-j", "1", "-T", str(self.args.seconds), "-f", path],
                capture_output=True, text=True, check=True, env=self.servers.psql_environment()).stdout
            rates.append(float(re.search(r"tps = ([\d.]+)", out).group(1)))
        rate = statistics.median(rates)
        print(f"{'pgbench, the same statements':32} {rate:8.0f} /s")
        return rate

    def run(self):
        try:
            self.starts()
            if self.args.only not in ("start", "expiry", "reconcile"):
                self.fill()
            if self.args.only in (None, "reads"):
                self.reads()
            if self.args.only in (None, "links"):
                self.links()
            if self.args.only in (None, "logins"):
                self.logins()
            if self.args.only in (None, "settle"):
                shop, bare = self.settle(), self.pgbench()
                print(f"settle / pgbench: {shop['rate'] / bare:.2f}")
            if self.args.only in (None, "sockets"):
                sockets.measure(self)
            if self.args.only == "history":
                history.measure(self)
            if self.args.only == "expiry":
                life.expiry(self)
            if self.args.only == "reconcile":
                life.reconcile(self)
            self.memory("memory under load")
        finally:
            if self.shop.process:
                self.shop.stop()
            self.servers.close()
            shutil.rmtree(self.home, ignore_errors=True)


if __name__ == "__main__":
    Bench(arguments()).run()
