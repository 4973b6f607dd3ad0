package io.cybervpn.presentation.identity.rest;

import io.cybervpn.application.identity.port.TelegramProofs.Proof;
import jakarta.validation.Valid;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What shows that Telegram knows somebody: one of the three.
 *
 * @param initData the start data of a Mini App, as it stands in {@code WebApp.initData}
 * @param widget what the login widget handed over
 * @param oidc what came back from {@code /auth/oauth/telegram}; for logins alone, since a link has
 *     an endpoint of its own
 */
@Schema(name = "TelegramProof")
public record TelegramProofJson(
        @Schema(nullable = true) @Nullable String initData,
        @Schema(nullable = true) @Nullable TelegramWidgetJson widget,
        @Schema(nullable = true) @Valid @Nullable OAuthReturnJson oidc) {
    /** Empty start data are refused as malformed, so nothing else is asked here. */
    public Proof toProof() {
        return widget == null
                ? new Proof.MiniApp(initData == null ? "" : initData)
                : widget.toProof();
    }

    @Override
    public String toString() {
        return "TelegramProofJson[hidden]";
    }
}
