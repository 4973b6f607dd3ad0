package io.cybervpn.application.catalogue;

import io.cybervpn.domain.catalogue.ProductId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A plan as somebody wants it, unchecked.
 *
 * @param trafficLimitBytes empty for unlimited; zero is refused, it never means unlimited
 * @param deviceLimit empty for unlimited
 * @param serverGroups names of the panel's internal squads
 * @param resources for what is no VPN
 */
public record PlanDraft(
        Optional<ProductId> product,
        String code,
        String tier,
        Map<String, String> nameI18n,
        Map<String, String> descriptionI18n,
        Optional<Long> trafficLimitBytes,
        String trafficReset,
        Optional<Long> deviceLimit,
        List<String> serverGroups,
        Optional<ResourcesDraft> resources,
        List<TermDraft> terms,
        boolean active,
        int sortOrder) {
    /** Copies the collections. */
    public PlanDraft {
        nameI18n = Map.copyOf(nameI18n);
        descriptionI18n = Map.copyOf(descriptionI18n);
        serverGroups = List.copyOf(serverGroups);
        terms = List.copyOf(terms);
    }

    /**
     * What else there is, as somebody wants it.
     *
     * @param kind {@code machine} or {@code line}
     * @param amounts by the names of what that kind has
     */
    public record ResourcesDraft(String kind, Map<String, Long> amounts) {
        /** Copies the amounts. */
        public ResourcesDraft {
            amounts = Map.copyOf(amounts);
        }
    }

    /** A term as somebody wants it. */
    public record TermDraft(int days, List<PriceDraft> prices) {
        /** Copies the prices. */
        public TermDraft {
            prices = List.copyOf(prices);
        }
    }

    /** A price as somebody wants it: a plain decimal and the code of an asset. */
    public record PriceDraft(String amount, String currency) {}
}
