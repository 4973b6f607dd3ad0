package io.cybervpn.presentation.identity.rest.keys;

import io.cybervpn.application.identity.keys.ApiKeyView;
import io.cybervpn.application.identity.keys.KeyToken;
import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.presentation.identity.rest.staff.PermissionJson;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * An API key, without its secret.
 *
 * @param status {@code active}, {@code expired} or {@code revoked}
 * @param scopes permissions such as {@code users:read}
 * @param networks in CIDR notation; none: from anywhere
 * @param createdBy null when he is gone
 * @param oldSecretUntil until then the secret before the last rotation is good too
 * @param lastUsedAt to about a minute
 */
@Schema(name = "ApiKey")
public record ApiKeyJson(
        UUID id,
        String name,
        String status,
        List<String> scopes,
        List<String> networks,
        @Schema(nullable = true) @Nullable UUID createdBy,
        Instant createdAt,
        @Schema(nullable = true) @Nullable Instant expiresAt,
        @Schema(nullable = true) @Nullable Instant oldSecretUntil,
        @Schema(nullable = true) @Nullable Instant revokedAt,
        @Schema(nullable = true) @Nullable Instant lastUsedAt,
        @Schema(nullable = true) @Nullable String lastUsedAddress,
        long version) {
    static ApiKeyJson of(ApiKeyView key) {
        return new ApiKeyJson(
                key.id().value(),
                key.name(),
                key.status().name().toLowerCase(Locale.ROOT),
                PermissionJson.codes(key.scopes()),
                key.networks(),
                key.createdBy().map(AccountId::value).orElse(null),
                key.createdAt(),
                key.expiresAt().orElse(null),
                key.oldSecretUntil().orElse(null),
                key.revokedAt().orElse(null),
                key.lastUsedAt().orElse(null),
                key.lastUsedAddress().orElse(null),
                key.version());
    }

    /** All of them: those that were not revoked first, then the newest. */
    @Schema(name = "ApiKeyList")
    public record ApiKeyListJson(List<ApiKeyJson> items) {
        static ApiKeyListJson of(List<ApiKeyView> keys) {
            return new ApiKeyListJson(keys.stream().map(ApiKeyJson::of).toList());
        }
    }

    /**
     * A key with a new secret.
     *
     * @param key the whole key, {@code cvk_…}; it is shown here and nowhere again
     */
    @Schema(name = "ApiKeySecret")
    public record ApiKeySecretJson(ApiKeyJson apiKey, String key) {
        static ApiKeySecretJson of(ApiKeyView view, KeyToken token) {
            return new ApiKeySecretJson(ApiKeyJson.of(view), token.text());
        }

        @Override
        public String toString() {
            return "ApiKeySecretJson[" + apiKey.id() + "]";
        }
    }
}
