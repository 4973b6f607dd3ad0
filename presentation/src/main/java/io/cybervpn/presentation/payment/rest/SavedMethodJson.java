package io.cybervpn.presentation.payment.rest;

import io.cybervpn.application.payment.KeepingConsent;
import io.cybervpn.application.payment.ListSavedMethods;
import io.cybervpn.application.payment.SavedMethodView;
import io.cybervpn.presentation.shared.rest.Languages;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A way to pay that the caller let us keep.
 *
 * @param method its name where a way to pay is asked for, such as {@code saved:0191…}
 * @param title masked
 */
@Schema(name = "SavedMethod")
record SavedMethodJson(UUID id, String method, String provider, String title, Instant savedAt) {
    /**
     * All of them.
     *
     * @param consent to agree to before another is kept
     */
    @Schema(name = "SavedMethods")
    record ListJson(List<SavedMethodJson> items, ConsentJson consent) {}

    /**
     * The words to agree to.
     *
     * @param version to give with the order that shall keep
     */
    @Schema(name = "KeepingConsent")
    record ConsentJson(String version, String text) {}

    static ListJson of(ListSavedMethods.Result result, Languages languages) {
        return new ListJson(
                result.methods().stream().map(SavedMethodJson::of).toList(),
                new ConsentJson(KeepingConsent.VERSION, languages.pick(KeepingConsent.textI18n())));
    }

    private static SavedMethodJson of(SavedMethodView view) {
        return new SavedMethodJson(
                view.id().value(), view.id().code(), view.provider(), view.title(), view.savedAt());
    }
}
