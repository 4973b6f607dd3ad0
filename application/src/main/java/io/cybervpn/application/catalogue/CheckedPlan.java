package io.cybervpn.application.catalogue;

import io.cybervpn.application.catalogue.Flaw.Kind;
import io.cybervpn.application.catalogue.PlanDraft.PriceDraft;
import io.cybervpn.application.catalogue.PlanDraft.TermDraft;
import io.cybervpn.domain.catalogue.Entitlement;
import io.cybervpn.domain.catalogue.ProductId;
import io.cybervpn.domain.catalogue.Resources;
import io.cybervpn.domain.catalogue.Tier;
import io.cybervpn.domain.catalogue.TrafficReset;
import io.cybervpn.domain.catalogue.model.LocalisedText;
import io.cybervpn.domain.catalogue.model.PlanContent;
import io.cybervpn.domain.catalogue.model.Term;
import io.cybervpn.domain.shared.Asset;
import io.cybervpn.domain.shared.Limit;
import io.cybervpn.domain.shared.Money;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A draft of a plan after its check. */
sealed interface CheckedPlan {
    /** All is well. */
    record Sound(ProductId product, PlanContent content) implements CheckedPlan {}

    /** It may not be stored, for all of these. */
    record Unsound(List<Flaw> flaws) implements CheckedPlan {}

    static CheckedPlan of(PlanDraft draft) {
        Flaws flaws = new Flaws();
        Optional<ProductId> product = flaws.need(draft.product(), "/productId", Kind.REQUIRED);
        Optional<Tier> tier = flaws.need(Tier.find(draft.tier()), "/tier", Kind.UNKNOWN);
        Optional<LocalisedText> name =
                flaws.text(draft.nameI18n(), Flaws.NAME_LENGTH_MAX, "/nameI18n");
        Optional<LocalisedText> description =
                flaws.text(
                        draft.descriptionI18n(), Flaws.DESCRIPTION_LENGTH_MAX, "/descriptionI18n");
        Optional<Entitlement> entitlement = Parts.entitlement(draft, flaws);
        List<Term> terms = Parts.terms(draft, flaws);
        flaws.code(draft.code());
        flaws.sortOrder(draft.sortOrder());
        if (!flaws.none()) {
            return new Unsound(flaws.found());
        }
        return new Sound(
                product.orElseThrow(),
                new PlanContent(
                        draft.code(),
                        tier.orElseThrow(),
                        name.orElseThrow(),
                        description.orElseThrow(),
                        entitlement.orElseThrow(),
                        terms,
                        draft.active(),
                        draft.sortOrder()));
    }

    /** The parts of a draft that have parts. */
    final class Parts {
        private static final int GROUPS_MAX = 50;
        private static final int GROUP_LENGTH_MAX = 100;
        private static final long DEVICES_MAX = 1000;

        private Parts() {}

        static Optional<Entitlement> entitlement(PlanDraft draft, Flaws flaws) {
            Optional<Limit> traffic =
                    flaws.limit(draft.trafficLimitBytes(), Long.MAX_VALUE, "/trafficLimitBytes");
            Optional<Limit> devices = flaws.limit(draft.deviceLimit(), DEVICES_MAX, "/deviceLimit");
            Optional<TrafficReset> reset =
                    flaws.need(
                            TrafficReset.find(draft.trafficReset()), "/trafficReset", Kind.UNKNOWN);
            groups(draft.serverGroups(), flaws);
            Optional<Resources> resources = CheckedResources.of(draft.resources(), flaws);
            return reset.flatMap(
                    when ->
                            traffic.flatMap(
                                    bytes ->
                                            devices.flatMap(
                                                    count ->
                                                            resources.map(
                                                                    more ->
                                                                            new Entitlement(
                                                                                    bytes,
                                                                                    when,
                                                                                    count,
                                                                                    draft
                                                                                            .serverGroups(),
                                                                                    more)))));
        }

        static List<Term> terms(PlanDraft draft, Flaws flaws) {
            List<TermDraft> drafts = draft.terms();
            flaws.addIf(draft.active() && drafts.isEmpty(), "/terms", Kind.REQUIRED);
            flaws.eachOnce(drafts.stream().map(TermDraft::days).toList(), "/terms");
            List<Term> terms = new ArrayList<>();
            for (int i = 0; i < drafts.size(); i++) {
                term(drafts.get(i), "/terms/" + i, flaws).ifPresent(terms::add);
            }
            return terms;
        }

        private static void groups(List<String> groups, Flaws flaws) {
            flaws.addIf(groups.isEmpty(), "/serverGroups", Kind.REQUIRED);
            flaws.addIf(groups.size() > GROUPS_MAX, "/serverGroups", Kind.TOO_LONG);
            flaws.eachOnce(groups, "/serverGroups");
            for (int i = 0; i < groups.size(); i++) {
                String pointer = "/serverGroups/" + i;
                flaws.addIf(groups.get(i).isBlank(), pointer, Kind.REQUIRED);
                flaws.addIf(groups.get(i).length() > GROUP_LENGTH_MAX, pointer, Kind.TOO_LONG);
                flaws.plain(groups.get(i), pointer);
            }
        }

        private static Optional<Term> term(TermDraft draft, String pointer, Flaws flaws) {
            int before = flaws.found().size();
            flaws.addIf(!Term.DAYS.contains(draft.days()), pointer + "/days", Kind.UNKNOWN);
            flaws.addIf(draft.prices().isEmpty(), pointer + "/prices", Kind.REQUIRED);
            flaws.eachOnce(
                    draft.prices().stream().map(PriceDraft::currency).toList(),
                    pointer + "/prices");
            List<Money> prices = new ArrayList<>();
            for (int i = 0; i < draft.prices().size(); i++) {
                price(draft.prices().get(i), pointer + "/prices/" + i, flaws)
                        .ifPresent(prices::add);
            }
            return flaws.found().size() == before
                    ? Optional.of(new Term(draft.days(), prices))
                    : Optional.empty();
        }

        private static Optional<Money> price(PriceDraft draft, String pointer, Flaws flaws) {
            Optional<Asset> asset =
                    flaws.need(Asset.find(draft.currency()), pointer + "/currency", Kind.UNKNOWN);
            return asset.flatMap(known -> amount(draft.amount(), known, pointer, flaws));
        }

        private static Optional<Money> amount(
                String amount, Asset asset, String pointer, Flaws flaws) {
            Optional<Money> price =
                    flaws.need(Money.parse(amount, asset), pointer + "/amount", Kind.INVALID);
            flaws.addIf(
                    price.map(Money::isZero).orElse(false), pointer + "/amount", Kind.TOO_SMALL);
            return price;
        }
    }
}
