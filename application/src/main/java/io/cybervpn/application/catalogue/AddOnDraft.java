package io.cybervpn.application.catalogue;

import io.cybervpn.domain.catalogue.AddOnId;
import io.cybervpn.domain.shared.Money;
import java.util.List;
import java.util.Map;

/**
 * An add-on as somebody wants it, unchecked.
 *
 * @param kind the code of a {@link io.cybervpn.domain.catalogue.Boost.Kind}
 * @param amount bytes, or devices
 * @param version of the one that the editor saw; 0 for a new one
 */
public record AddOnDraft(
        AddOnId id,
        String code,
        Map<String, String> nameI18n,
        String kind,
        long amount,
        int days,
        List<Money> prices,
        boolean active,
        long version) {
    /** Copies. */
    public AddOnDraft {
        nameI18n = Map.copyOf(nameI18n);
        prices = List.copyOf(prices);
    }
}
