"""Starts the shop with a data folder of its own, fuzzes it as a guest, as a customer and as staff, and judges the answers.

It fails on an answer of 5xx (but 501: a feature that is not configured), on one that does not come in time, and on an answer whose body is not what the contract
says. That a request which the contract allows is refused (an id that does not exist) or that one which is odd is taken
(a number where any text is welcome) is counted, not failed: only a person can say which of them is a fault.
"""

import argparse
import collections
import hashlib
import hmac
import json
import os
import random
import re
import signal
import subprocess
import tempfile
import time
import urllib.error
import urllib.request

PORT = 18090
BASE = f"http://127.0.0.1:{PORT}"
# They would end the session that the rest of the run needs; the guest's part has them.
ENDS_SESSION = ("/sessions", "/auth/logout", "/account/delete", "/two-factor", "/password")
COMBINATIONS = 30
PARAMETERS = 4
CALLER_HEADERS = {"Content-Type": "application/json", "X-Client": "mobile"}


def call(method, path, body=None):
    data = json.dumps(body).encode() if body is not None else None
    request = urllib.request.Request(BASE + path, data, CALLER_HEADERS, method=method)
    with urllib.request.urlopen(request, timeout=20) as response:
        return json.load(response)


class Shop:
    def __init__(self, home):
        self.home = home
        self.log = open(os.path.join(home, "launcher.log"), "w")
        # The limits of calls would answer instead of what is fuzzed.
        limits = {f"CYBERVPN_RATE_{route}_PER_{of}": "60000000" for route in ("AUTH", "READ", "WRITE", "WEBHOOK", "ADMIN")
                  for of in ("ADDRESS", "CREDENTIAL")}
        environment = dict(os.environ, CYBERVPN_DATA=os.path.join(home, "data"), CYBERVPN_PORT=str(PORT), **limits)
        self.process = subprocess.Popen(["./cybervpn", "start"], env=environment, stdout=self.log,
                                        stderr=subprocess.STDOUT, start_new_session=True)

    def await_open(self):
        for _ in range(600):
            if self.process.poll() is not None:
                break
            if "Ctrl-C stops everything" in open(self.log.name).read():
                return
            time.sleep(0.5)
        raise SystemExit("the shop did not open: " + open(self.log.name).read()[-2000:])

    def secret(self, name):
        return open(os.path.join(self.home, "data", "secrets", name)).read().strip()

    def errors(self):
        return [line for line in open(os.path.join(self.home, "data", "shop.log")) if "unexpected failure" in line]

    def close(self):
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGTERM)
            self.process.wait(60)


def one_time_password(secret):
    """What the admin's app would show now (RFC 6238)."""
    digest = hmac.new(secret, int(time.time() // 30).to_bytes(8, "big"), hashlib.sha1).digest()
    place = digest[-1] & 15
    return "%06d" % ((int.from_bytes(digest[place:place + 4], "big") & 0x7fffffff) % 1_000_000)


def staff(shop):
    """The login of the admin, whose second factor is owed after the password."""
    body = {"email": "admin@cybervpn.example", "password": shop.secret("admin-password")}
    try:
        return call("POST", "/api/v1/auth/login", body)
    except urllib.error.HTTPError as owed:
        challenge = json.load(owed)["params"]["challenge"]
    code = one_time_password(bytes.fromhex(shop.secret("admin-authenticator")))
    return call("POST", "/api/v1/auth/two-factor", {"challenge": challenge, "code": code})


def tokens(shop):
    admin = staff(shop)
    customer = call("POST", "/api/v1/auth/login",
                    {"email": "demo@cybervpn.example", "password": shop.secret("demo-password")})
    return {"guest": "none", "customer": customer["tokens"]["accessToken"], "staff": admin["tokens"]["accessToken"]}


def is_of(caller, path):
    return caller == "guest" or (("/admin/" in path) == (caller == "staff")
                                 and not any(part in path for part in ENDS_SESSION))


def thin_out(paths):
    """Of many query parameters some, or the combinations of one list would take all of the time; others the next day."""
    some = random.Random(time.strftime("%F"))
    for item in paths.values():
        for operation in item.values():
            if isinstance(operation, dict) and len(operation.get("parameters", [])) > PARAMETERS:
                fixed = [one for one in operation["parameters"] if one["in"] != "query"]
                query = [one for one in operation["parameters"] if one["in"] == "query"]
                operation["parameters"] = fixed + some.sample(query, min(PARAMETERS, len(query)))


def fuzz(work, caller, token, seconds):
    """One caller's part of the contract; the guest gets all of it, and little."""
    folder = tempfile.mkdtemp(prefix=caller + "-", dir=work)
    api = call("GET", "/q/openapi?format=json")
    api["paths"] = {path: item for path, item in api["paths"].items() if is_of(caller, path)}
    thin_out(api["paths"])
    with open(os.path.join(folder, "api.json"), "w") as file:
        json.dump(api, file)
    config = {"version": 2, "contracts": [{"provides": ["./api.json"]}],
              "test": {"resiliencyTests": {"enable": "none" if caller == "guest" else "all"},
                       "timeoutInMilliseconds": 15000},
              "security": {"OpenAPI": {"securitySchemes": {"bearer": {"type": "bearer", "token": token}}}}}
    with open(os.path.join(folder, "specmatic.json"), "w") as file:
        json.dump(config, file)
    jar = os.path.abspath(os.path.join(work, "node_modules/specmatic/specmatic.jar"))
    # A body of many optional fields has tens of thousands of combinations: some of each operation, rather than all of one.
    bounded = dict(os.environ, MAX_TEST_REQUEST_COMBINATIONS=str(COMBINATIONS))
    with open(os.path.join(folder, "out.log"), "w") as out:
        try:
            subprocess.run(["java", "-Xmx768m", "-jar", jar, "test", "--host=127.0.0.1", f"--port={PORT}"], cwd=folder,
                           stdout=out, stderr=subprocess.STDOUT, timeout=seconds, check=False, env=bounded)
        except subprocess.TimeoutExpired:
            print(f"{caller:9} was ended after {seconds} s: what came until then is judged")
    return os.path.join(folder, "out.log")


def judge(caller, log):
    text = open(log).read()
    statuses = collections.Counter(re.findall(r"^\s+(\d{3}) [A-Z]\w+", text, re.M))
    shapes = collections.Counter()
    for block in text.split('\n  "')[1:]:
        api = re.search(r"API: (.+)", block)
        for where in re.findall(r">> (RESPONSE\.(?:BODY|HEADER)\S*)", block):
            if "HTTP status mismatch" not in block and "but received" not in block:
                shapes[f"{api.group(1) if api else '?'}: {where}"] += 1
    hung = len(re.findall(r"timed out|Read timeout|SocketTimeout", text))
    total = re.search(r"Tests run: (\d+), Successes: (\d+)", text)
    if not statuses:
        raise SystemExit(f"{caller}: no result, see {log}")
    requests, foreseen = total.groups() if total else (str(sum(statuses.values())), "?")
    bad = {status: count for status, count in statuses.items() if status.startswith("5") and status != "501"}
    print(f"{caller:9} {requests:>5} requests, {foreseen:>5} as the contract foresees; answers "
          + ", ".join(f"{count} x {status}" for status, count in sorted(statuses.items()))
          + f"; 5xx: {sum(bad.values())}, hung: {hung}, of another shape: {sum(shapes.values())}")
    for shape, count in shapes.most_common(20):
        print(f"          {count} x {shape}")
    return sum(bad.values()) + hung + sum(shapes.values())


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("work")
    parser.add_argument("--seconds", type=int, default=600, help="at most, for each caller")
    parser.add_argument("--callers", nargs="+", default=["guest", "customer", "staff"])
    args = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="cybervpn-fuzz-") as home:
        os.chmod(home, 0o755)
        shop = Shop(home)
        try:
            shop.await_open()
            known = tokens(shop)
            faults = 0
            for caller in args.callers:
                faults += judge(caller, fuzz(args.work, caller, known[caller], args.seconds))
            errors = shop.errors()
            for line in errors[:10]:
                print("in the log: " + line.strip())
            raise SystemExit(1 if faults or errors else 0)
        finally:
            shop.close()


if __name__ == "__main__":
    main()
