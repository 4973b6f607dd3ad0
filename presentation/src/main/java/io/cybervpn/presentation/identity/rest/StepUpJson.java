package io.cybervpn.presentation.identity.rest;

import io.cybervpn.application.identity.StepUp.Shown;
import io.cybervpn.presentation.shared.rest.Problem;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What shows who one is: one of the three. Who has a second factor shows that.
 *
 * @param code six digits of the app, or a recovery code
 * @param password the account's
 * @param telegram a proof that is not older than ten minutes
 */
@Schema(name = "StepUp")
public record StepUpJson(
        @Schema(nullable = true) @Size(max = 64) @Nullable String code,
        @Schema(nullable = true) @Size(max = 1024) @Nullable String password,
        @Schema(nullable = true) @Nullable TelegramProofJson telegram) {
    Shown shown() {
        List<Shown> given =
                Stream.<Optional<Shown>>of(
                                Optional.ofNullable(code).map(Shown.Code::new),
                                Optional.ofNullable(password).map(Shown.Password::new),
                                Optional.ofNullable(telegram)
                                        .map(proof -> new Shown.Telegram(proof.toProof())))
                        .flatMap(Optional::stream)
                        .toList();
        if (given.size() != 1) {
            throw Problem.invalid("/code", "required", "One of code, password and telegram.")
                    .asException();
        }
        return given.getFirst();
    }

    @Override
    public String toString() {
        return "StepUpJson[hidden]";
    }
}
