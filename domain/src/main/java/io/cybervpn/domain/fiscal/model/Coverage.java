package io.cybervpn.domain.fiscal.model;

import io.cybervpn.domain.shared.Asset;
import java.util.Set;

/**
 * Which money gets receipts.
 *
 * @param providers whose payments, such as {@code yookassa}
 * @param asset in which currency
 */
public record Coverage(Set<String> providers, Asset asset) {
    /** Copies the set. */
    public Coverage {
        providers = Set.copyOf(providers);
    }
}
