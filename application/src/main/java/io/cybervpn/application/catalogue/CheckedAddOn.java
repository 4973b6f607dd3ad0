package io.cybervpn.application.catalogue;

import io.cybervpn.domain.catalogue.AddOn;
import io.cybervpn.domain.catalogue.Boost;
import io.cybervpn.domain.catalogue.model.LocalisedText;
import io.cybervpn.domain.shared.Money;
import java.util.List;
import java.util.Optional;

/** A draft of an add-on after its check. */
sealed interface CheckedAddOn {
    /** All is well. */
    record Sound(AddOn addOn) implements CheckedAddOn {}

    /** It may not be stored, for all of these. */
    record Unsound(List<Flaw> flaws) implements CheckedAddOn {}

    static CheckedAddOn of(AddOnDraft draft) {
        Flaws flaws = new Flaws();
        flaws.code(draft.code());
        Optional<LocalisedText> name =
                flaws.text(draft.nameI18n(), Flaws.NAME_LENGTH_MAX, "/nameI18n");
        Optional<Boost.Kind> kind =
                flaws.need(Boost.Kind.find(draft.kind()), "/kind", Flaw.Kind.UNKNOWN);
        between(flaws, draft.amount(), Boost.AMOUNT_MAX, "/amount");
        between(flaws, draft.days(), AddOn.DAYS_MAX, "/days");
        flaws.addIf(draft.prices().isEmpty(), "/prices", Flaw.Kind.REQUIRED);
        flaws.eachOnce(draft.prices().stream().map(Money::asset).toList(), "/prices");
        for (int i = 0; i < draft.prices().size(); i++) {
            flaws.addIf(draft.prices().get(i).isZero(), "/prices/" + i, Flaw.Kind.TOO_SMALL);
        }
        return flaws.none()
                ? new Sound(
                        addOn(
                                draft,
                                name.orElseThrow(),
                                new Boost(kind.orElseThrow(), draft.amount())))
                : new Unsound(flaws.found());
    }

    private static void between(Flaws flaws, long number, long max, String pointer) {
        flaws.addIf(number < 1, pointer, Flaw.Kind.TOO_SMALL);
        flaws.addIf(number > max, pointer, Flaw.Kind.TOO_LARGE);
    }

    private static AddOn addOn(AddOnDraft draft, LocalisedText name, Boost boost) {
        return new AddOn(
                draft.id(),
                draft.code(),
                name.byTag(),
                boost,
                draft.days(),
                draft.prices(),
                draft.active(),
                draft.version() + 1);
    }
}
