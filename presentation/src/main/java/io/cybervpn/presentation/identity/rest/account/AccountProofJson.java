package io.cybervpn.presentation.identity.rest.account;

import io.cybervpn.application.identity.ProofShown;
import io.cybervpn.presentation.identity.rest.TelegramProofJson;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What shows that the account is one's own.
 *
 * @param password needed if the account has one
 * @param telegram if it has none; not needed within ten minutes of a login
 * @param code of the second factor, if there is one
 */
@Schema(name = "AccountProof")
public record AccountProofJson(
        @Schema(nullable = true) @Nullable String password,
        @Schema(nullable = true) @Nullable TelegramProofJson telegram,
        @Schema(nullable = true) @Nullable String code) {
    static ProofShown toShown(@Nullable AccountProofJson proof) {
        return proof == null
                ? new ProofShown(Optional.empty(), Optional.empty(), Optional.empty())
                : new ProofShown(
                        Optional.ofNullable(proof.password),
                        Optional.ofNullable(proof.telegram).map(TelegramProofJson::toProof),
                        Optional.ofNullable(proof.code));
    }

    @Override
    public String toString() {
        return "AccountProofJson[hidden]";
    }
}
