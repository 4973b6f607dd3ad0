package io.cybervpn.presentation.provisioning.rest;

import io.cybervpn.application.provisioning.manual.CompleteTask;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Objects;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What staff made. What is missing or null stays as the customer sees it now.
 *
 * @param version of the task that was done
 * @param text how to use it
 * @param address such as a host name or a link
 * @param secret such as a password; sealed, and shown to nobody but the customer
 */
@Schema(name = "StaffTaskDone")
public record TaskDoneJson(
        @NotNull @Min(1) Long version,
        @Size(max = 4_000) @Schema(nullable = true) @Nullable String text,
        @Size(max = 200) @Schema(nullable = true) @Nullable String login,
        @Size(max = 500) @Schema(nullable = true) @Nullable String address,
        @Size(max = 1_000) @Schema(nullable = true) @Nullable String secret) {
    CompleteTask.Given toGiven() {
        return new CompleteTask.Given(
                text(text),
                text(login),
                text(address),
                Optional.ofNullable(secret).filter(given -> !given.isEmpty()));
    }

    /** PostgreSQL has no place for a zero byte. */
    private static String text(@Nullable String given) {
        return Objects.requireNonNullElse(given, "").replace("\0", "").strip();
    }

    /** Says nothing of what is handed over, wherever it is printed. */
    @Override
    public String toString() {
        return "a handover";
    }
}
