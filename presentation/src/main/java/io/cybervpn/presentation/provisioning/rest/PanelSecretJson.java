package io.cybervpn.presentation.provisioning.rest;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A secret, which is never given back. */
@Schema(name = "PanelSecret")
public record PanelSecretJson(@NotNull @Size(min = 1, max = 8_000) String value) {
    /** Says nothing of it, wherever it is printed. */
    @Override
    public String toString() {
        return "a secret";
    }
}
