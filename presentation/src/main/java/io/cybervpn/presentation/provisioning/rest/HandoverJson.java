package io.cybervpn.presentation.provisioning.rest;

import io.cybervpn.application.provisioning.ViewHandover;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What was made by hand for a customer.
 *
 * @param state preparing, ready, suspended or ended
 * @param text how to use it; empty for nothing
 * @param login empty for none
 * @param address empty for none
 * @param secret such as a password; null for none
 */
@Schema(name = "Handover")
public record HandoverJson(
        @Schema(enumeration = {"preparing", "ready", "suspended", "ended"}) String state,
        String text,
        String login,
        String address,
        @Schema(nullable = true) @Nullable String secret) {
    static HandoverJson of(ViewHandover.Result.Shown shown) {
        return new HandoverJson(
                shown.state().name().toLowerCase(Locale.ROOT),
                shown.text(),
                shown.login(),
                shown.address(),
                shown.secret().orElse(null));
    }

    /** Says nothing of it, wherever it is printed. */
    @Override
    public String toString() {
        return "a handover";
    }
}
