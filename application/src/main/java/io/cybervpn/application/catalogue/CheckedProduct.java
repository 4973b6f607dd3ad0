package io.cybervpn.application.catalogue;

import io.cybervpn.domain.catalogue.model.LocalisedText;
import io.cybervpn.domain.catalogue.model.ProductContent;
import java.util.List;
import java.util.Optional;

/** A draft of a product after its check. */
sealed interface CheckedProduct {
    /** All is well. */
    record Sound(ProductContent content) implements CheckedProduct {}

    /** It may not be stored, for all of these. */
    record Unsound(List<Flaw> flaws) implements CheckedProduct {}

    static CheckedProduct of(ProductDraft draft) {
        Flaws flaws = new Flaws();
        flaws.code(draft.code());
        flaws.sortOrder(draft.sortOrder());
        Optional<LocalisedText> name =
                flaws.text(draft.nameI18n(), Flaws.NAME_LENGTH_MAX, "/nameI18n");
        Optional<LocalisedText> description =
                flaws.text(
                        draft.descriptionI18n(), Flaws.DESCRIPTION_LENGTH_MAX, "/descriptionI18n");
        if (!flaws.none()) {
            return new Unsound(flaws.found());
        }
        return new Sound(
                new ProductContent(
                        draft.code(),
                        name.orElseThrow(),
                        description.orElseThrow(),
                        draft.active(),
                        draft.sortOrder()));
    }
}
