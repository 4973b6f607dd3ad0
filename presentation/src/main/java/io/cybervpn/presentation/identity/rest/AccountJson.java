package io.cybervpn.presentation.identity.rest;

import io.cybervpn.application.identity.AccountView;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * An account.
 *
 * @param email in canonical form
 * @param kind {@code customer} or {@code staff}
 * @param status {@code active} or {@code blocked}; more may come
 * @param locale a BCP 47 tag
 */
@Schema(name = "Account")
public record AccountJson(
        UUID id,
        @Schema(nullable = true) @Nullable String email,
        String kind,
        String status,
        String locale,
        Instant createdAt) {
    static AccountJson of(AccountView account) {
        return new AccountJson(
                account.id().value(),
                account.email().orElse(null),
                account.kind().code(),
                account.status().code(),
                account.locale(),
                account.createdAt());
    }
}
