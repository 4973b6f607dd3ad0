package io.cybervpn.presentation.shared.rest;

import io.quarkus.arc.Unremovable;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Our own reverse proxies ({@code cybervpn.http.trusted-proxies}, networks or addresses). Each of
 * them adds to the right of {@code X-Forwarded-For} whom it heard; what stands left of the first
 * stranger is that stranger's word, and worth nothing.
 */
@Singleton
@Unremovable
final class TrustedProxies {
    private static final int HOPS_MAX = 20;

    private final List<Network> networks;

    @Inject
    TrustedProxies(
            @ConfigProperty(name = "cybervpn.http.trusted-proxies")
                    Optional<List<String>> networks) {
        this.networks = networks.orElse(List.of()).stream().map(Network::parse).toList();
    }

    /**
     * The client's address.
     *
     * @param peer who opened the connection
     * @param forwarded all values of {@code X-Forwarded-For}, in their order
     */
    String client(String peer, List<String> forwarded) {
        List<String> hops =
                forwarded.stream().flatMap(value -> Arrays.stream(value.split(","))).toList();
        String client = peer;
        int last = hops.size() - 1;
        for (int i = last; i >= 0 && last - i < HOPS_MAX && trusted(client); i--) {
            Optional<InetAddress> hop = Network.address(hops.get(i));
            if (hop.isEmpty()) {
                return client;
            }
            client = hop.get().getHostAddress();
        }
        return client;
    }

    boolean trusted(String address) {
        return Network.address(address)
                .filter(found -> networks.stream().anyMatch(network -> network.holds(found)))
                .isPresent();
    }
}
