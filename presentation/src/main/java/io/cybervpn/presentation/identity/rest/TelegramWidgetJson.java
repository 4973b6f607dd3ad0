package io.cybervpn.presentation.identity.rest;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.cybervpn.application.identity.port.TelegramProofs.Proof;
import java.util.HashMap;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The fields of the login widget, by Telegram's names; leave out those that did not come.
 *
 * @param id of the user
 * @param authDate seconds of the Unix epoch
 */
@Schema(
        name = "TelegramWidget",
        requiredProperties = {"id", "auth_date", "hash"})
public record TelegramWidgetJson(
        @Nullable Long id,
        @JsonProperty("first_name") @Nullable String firstName,
        @JsonProperty("last_name") @Nullable String lastName,
        @Nullable String username,
        @JsonProperty("photo_url") @Nullable String photoUrl,
        @JsonProperty("auth_date") @Nullable Long authDate,
        @Nullable String hash) {
    Proof toProof() {
        Map<String, String> fields = new HashMap<>();
        put(fields, "id", id);
        put(fields, "first_name", firstName);
        put(fields, "last_name", lastName);
        put(fields, "username", username);
        put(fields, "photo_url", photoUrl);
        put(fields, "auth_date", authDate);
        put(fields, "hash", hash);
        return new Proof.Widget(fields);
    }

    private static void put(Map<String, String> fields, String name, @Nullable Object value) {
        if (value != null) {
            fields.put(name, value.toString());
        }
    }

    @Override
    public String toString() {
        return "TelegramWidgetJson[hidden]";
    }
}
