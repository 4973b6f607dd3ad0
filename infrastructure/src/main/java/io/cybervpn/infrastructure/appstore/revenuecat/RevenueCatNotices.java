package io.cybervpn.infrastructure.appstore.revenuecat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.cybervpn.application.appstore.port.StoreNotices;
import io.cybervpn.domain.appstore.model.Environment;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads pushes of RevenueCat. None of them says what a customer has: he is read anew after each,
 * also after kinds that nobody knew when this was written. Prices are not looked at.
 */
@Singleton
final class RevenueCatNotices implements StoreNotices {
    static final String SOURCE = "revenuecat";

    /** More names than that are no customer. */
    private static final int USERS_MAX = 100;

    private final ObjectMapper mapper;

    @Inject
    RevenueCatNotices(ObjectMapper mapper) {
        this.mapper = mapper;
    }

    @Override
    public String source() {
        return SOURCE;
    }

    @Override
    public Notice read(String body) {
        try {
            return notice(mapper.readTree(body).path("event"));
        } catch (JsonProcessingException _) {
            return new Notice.NotUnderstood("the body is not JSON");
        }
    }

    private static Notice notice(JsonNode event) {
        String type = event.path("type").asText("");
        String id = event.path("id").asText("");
        if (type.isBlank() || id.isBlank()) {
            return new Notice.NotUnderstood("a push without an event");
        }
        return switch (type) {
            case "TEST" -> new Notice.Irrelevant("a test of the webhook");
            case "TRANSFER" ->
                    new Notice.Moved(
                            id,
                            environment(event),
                            texts(event.path("transferred_from")),
                            texts(event.path("transferred_to")));
            default -> new Notice.About(id, shown(type), environment(event), users(event));
        };
    }

    private static String shown(String type) {
        return type.matches("[A-Z_]{1,60}") ? type : "an unknown event";
    }

    private static Optional<Environment> environment(JsonNode event) {
        return switch (event.path("environment").asText("")) {
            case "SANDBOX" -> Optional.of(Environment.SANDBOX);
            case "PRODUCTION" -> Optional.of(Environment.PRODUCTION);
            default -> Optional.empty();
        };
    }

    private static List<String> users(JsonNode event) {
        List<String> users = new ArrayList<>();
        users.add(event.path("app_user_id").asText(""));
        users.add(event.path("original_app_user_id").asText(""));
        users.addAll(texts(event.path("aliases")));
        return users;
    }

    private static List<String> texts(JsonNode list) {
        List<String> texts = new ArrayList<>();
        list.forEach(one -> texts.add(one.asText("")));
        return texts.subList(0, Math.min(texts.size(), USERS_MAX));
    }
}
