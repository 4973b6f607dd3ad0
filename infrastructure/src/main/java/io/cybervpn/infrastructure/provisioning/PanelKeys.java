package io.cybervpn.infrastructure.provisioning;

import io.cybervpn.application.shared.SecretBox;
import io.cybervpn.domain.provisioning.PanelId;
import io.cybervpn.domain.provisioning.model.PanelSecret;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/**
 * The secrets of panels, opened. Of the configured panel what is stored takes the place of what is
 * configured.
 */
@Singleton
final class PanelKeys {
    private static final Logger LOG = Logger.getLogger(PanelKeys.class);

    private final PanelSettings settings;
    private final SecretBox box;
    private final AtomicReference<Map<Name, Opened>> opened = new AtomicReference<>(Map.of());

    @Inject
    PanelKeys(PanelSettings settings, SecretBox box) {
        this.settings = settings;
        this.box = box;
    }

    private record Name(PanelId panel, String field) {}

    private record Opened(PanelSecret sealed, Optional<String> value) {}

    /** Only what is new is opened. */
    void keep(List<PanelSecret> secrets) {
        Map<Name, Opened> before = opened.get();
        Map<Name, Opened> after = new HashMap<>();
        for (PanelSecret secret : secrets) {
            Name name = new Name(secret.panel(), secret.field());
            after.put(
                    name,
                    Optional.ofNullable(before.get(name))
                            .filter(known -> known.sealed().equals(secret))
                            .orElseGet(() -> new Opened(secret, open(secret))));
        }
        opened.set(Map.copyOf(after));
    }

    /** One that does not open is as though it were not set. */
    private Optional<String> open(PanelSecret secret) {
        try {
            byte[] plain = box.open(secret.sealed(), PanelSecret.purposeOf(secret.id()));
            return Optional.of(new String(plain, StandardCharsets.UTF_8));
        } catch (IllegalStateException failure) {
            LOG.errorf(
                    "the secret %s of panel %s cannot be opened: %s",
                    secret.field(), secret.panel().value(), failure.getMessage());
            return Optional.empty();
        }
    }

    Optional<String> find(PanelId panel, String field) {
        Optional<String> stored =
                Optional.ofNullable(opened.get().get(new Name(panel, field)))
                        .flatMap(Opened::value);
        return panel.equals(PanelId.CONFIGURED) ? stored.or(() -> configured(field)) : stored;
    }

    Map<String, String> of(PanelId panel, Set<String> fields) {
        Map<String, String> found = new HashMap<>();
        fields.forEach(field -> find(panel, field).ifPresent(value -> found.put(field, value)));
        return found;
    }

    Set<String> set(PanelId panel, Set<String> fields) {
        return fields.stream()
                .filter(field -> find(panel, field).isPresent())
                .collect(Collectors.toSet());
    }

    private Optional<String> configured(String field) {
        return switch (field) {
            case "token" -> settings.token();
            case "webhook_secret" -> settings.webhookSecret();
            case "headers" -> settings.headers().map(lines -> String.join("\n", lines));
            default -> Optional.empty();
        };
    }
}
