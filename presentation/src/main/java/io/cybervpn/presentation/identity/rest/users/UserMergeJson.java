package io.cybervpn.presentation.identity.rest.users;

import jakarta.validation.constraints.NotNull;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Whose part a customer becomes.
 *
 * @param into who survives
 */
@Schema(
        name = "UserMerge",
        requiredProperties = {"into"})
public record UserMergeJson(@NotNull UUID into) {}
