"""Many open WebSockets: what they cost, and how long news take to all of them."""

import os
import subprocess

from processes import forget_peak, memory_mb, peak_mb

HERE = os.path.dirname(os.path.abspath(__file__))

# All come from one address and belong to one customer.
ENVIRONMENT = {"CYBERVPN_LIVE_SOCKETS_PER_ACCOUNT": "1000000", "CYBERVPN_LIVE_SOCKETS_PER_ADDRESS": "1000000",
               "CYBERVPN_LIVE_HANDSHAKES_PER_ADDRESS": "60000000"}


def measure(bench):
    args = bench.args
    body = {"email": "listener@bench.test", "password": "a-long-password-of-a-listener"}
    request = bench.call("POST", "/api/v1/auth/register", body)
    token = request["tokens"]["accessToken"]
    shop = bench.shop.process.pid
    forget_peak(shop)
    before = bench.shop.cpu()
    load = subprocess.Popen(
        [bench.java, "-Xmx128m", "-XX:+UseSerialGC", os.path.join(HERE, "Sockets.java"), str(args.port),
         bench.servers.at["redisUrl"], request["account"]["id"], token, str(args.sockets), str(args.news)],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    for line in load.stdout:
        if line.strip() == "done":
            break
        print(f"{'sockets':32} {line.strip()}")
    else:
        raise SystemExit("the sockets' load broke off")
    print(f"{'sockets':32} CPU s of the shop: {bench.shop.cpu() - before:.1f}   RSS {memory_mb(shop)[0]:.0f} MB, "
          f"peak {peak_mb(shop):.0f} MB")
    load.stdin.close()
    load.wait(30)
