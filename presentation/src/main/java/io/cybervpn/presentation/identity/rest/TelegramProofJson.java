package io.cybervpn.presentation.identity.rest;

import io.cybervpn.application.identity.port.TelegramProofs.Proof;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What shows that Telegram knows somebody: one of the two.
 *
 * @param initData the start data of a Mini App, as it stands in {@code WebApp.initData}
 * @param widget what the login widget handed over
 */
@Schema(name = "TelegramProof")
public record TelegramProofJson(
        @Schema(nullable = true) @Nullable String initData,
        @Schema(nullable = true) @Nullable TelegramWidgetJson widget) {
    /** Empty start data are refused as malformed, so nothing else is asked here. */
    Proof toProof() {
        return widget == null
                ? new Proof.MiniApp(initData == null ? "" : initData)
                : widget.toProof();
    }

    @Override
    public String toString() {
        return "TelegramProofJson[hidden]";
    }
}
