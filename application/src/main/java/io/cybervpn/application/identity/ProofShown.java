package io.cybervpn.application.identity;

import io.cybervpn.application.identity.port.TelegramProofs;
import java.util.Optional;

/**
 * What somebody shows to make sure that an account is his.
 *
 * @param telegram instead of the password, for an account that has none
 * @param code of the second factor, if there is one
 */
public record ProofShown(
        Optional<String> password, Optional<TelegramProofs.Proof> telegram, Optional<String> code) {
    @Override
    public String toString() {
        return "ProofShown[hidden]";
    }
}
