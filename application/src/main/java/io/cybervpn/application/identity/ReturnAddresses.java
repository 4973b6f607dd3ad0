package io.cybervpn.application.identity;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import java.util.Set;

/**
 * Where a browser may be sent back to: any page of the origins, or one of the addresses, letter by
 * letter. Nobody else gets a code.
 *
 * @param origins such as {@code https://portal.example}
 * @param addresses such as {@code cybervpn://oauth}, for applications on a device
 */
public record ReturnAddresses(Set<String> origins, Set<String> addresses) {
    private static final int LENGTH_MAX = 500;

    /** Copies. */
    public ReturnAddresses {
        origins = Set.copyOf(origins);
        addresses = Set.copyOf(addresses);
    }

    /** The address as such, if it is allowed. */
    public Optional<URI> allowed(String address) {
        if (address.length() > LENGTH_MAX) {
            return Optional.empty();
        }
        try {
            return Optional.of(new URI(address))
                    .filter(uri -> addresses.contains(address) || isOurs(uri));
        } catch (URISyntaxException _) {
            return Optional.empty();
        }
    }

    private boolean isOurs(URI uri) {
        return uri.getRawUserInfo() == null
                && uri.getRawFragment() == null
                && uri.getRawQuery() == null
                && uri.getHost() != null
                && uri.equals(uri.normalize())
                && origins.contains(uri.getScheme() + "://" + uri.getRawAuthority());
    }
}
