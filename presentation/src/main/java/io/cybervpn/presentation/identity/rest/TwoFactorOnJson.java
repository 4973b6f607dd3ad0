package io.cybervpn.presentation.identity.rest;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A second factor in force.
 *
 * @param recoveryCodes each is good once; shown this once
 * @param access a token of this session, which counts as proven now
 */
@Schema(name = "TwoFactorOn")
public record TwoFactorOnJson(List<String> recoveryCodes, AccessJson access) {
    @Override
    public String toString() {
        return "TwoFactorOnJson[hidden]";
    }
}
