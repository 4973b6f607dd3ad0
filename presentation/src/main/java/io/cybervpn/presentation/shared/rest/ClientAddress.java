package io.cybervpn.presentation.shared.rest;

import io.quarkus.arc.Arc;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.SocketAddress;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

/**
 * Who is limited: an IPv4 address, or the /64 of an IPv6 one, since whoever has one address of a
 * /64 has all of them. Behind proxies it is the client's only when {@link TrustedProxies} knows
 * them.
 */
public final class ClientAddress {
    private static final int NETWORK_BYTES = 8;
    private static final String FORWARDED = "X-Forwarded-For";

    private ClientAddress() {}

    /** What a client is counted by. */
    public static String of(HttpServerRequest request) {
        return full(request).map(ClientAddress::network).orElse("local");
    }

    /** About where it is: a client that comes back has often another address of the same /24. */
    public static String neighbourhood(HttpServerRequest request) {
        return of(request).replaceFirst("\\.\\d+$", "");
    }

    /** The whole address, for the audit trail. */
    public static Optional<String> full(HttpServerRequest request) {
        return Optional.ofNullable(request.remoteAddress())
                .map(SocketAddress::hostAddress)
                .map(peer -> proxies().client(peer, request.headers().getAll(FORWARDED)));
    }

    /** Whether a proxy of ours says that the client's side of it is encrypted. */
    public static boolean isByHttps(HttpServerRequest request) {
        return "https".equals(request.getHeader("X-Forwarded-Proto"))
                && Optional.ofNullable(request.remoteAddress())
                        .map(SocketAddress::hostAddress)
                        .filter(peer -> proxies().trusted(peer))
                        .isPresent();
    }

    private static TrustedProxies proxies() {
        return Arc.container().instance(TrustedProxies.class).get();
    }

    static String network(String address) {
        try {
            return InetAddress.ofLiteral(address) instanceof Inet6Address six
                    ? HexFormat.of().formatHex(Arrays.copyOf(six.getAddress(), NETWORK_BYTES))
                    : address;
        } catch (IllegalArgumentException _) {
            return address;
        }
    }
}
