package io.cybervpn.domain.fiscal.model;

import io.cybervpn.domain.shared.Asset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Which money gets receipts, and from whom.
 *
 * @param registrar who makes them, such as {@code nalog}
 * @param providers whose payments, such as {@code yookassa}
 * @param asset in which currency
 */
public record Coverage(String registrar, Set<String> providers, Asset asset) {
    /** Copies the set. */
    public Coverage {
        providers = Set.copyOf(providers);
    }

    /**
     * The same money is covered once: what one covers, those after it do not. Pure.
     *
     * @param wished in the order in which they go before each other
     */
    public static List<Coverage> once(List<Coverage> wished) {
        Set<String> taken = new HashSet<>();
        List<Coverage> all = new ArrayList<>();
        for (Coverage one : wished) {
            Set<String> left = new HashSet<>(one.providers());
            left.removeAll(taken);
            taken.addAll(left);
            all.add(new Coverage(one.registrar(), left, one.asset()));
        }
        return List.copyOf(all);
    }
}
