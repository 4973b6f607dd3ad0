package io.cybervpn.presentation.provisioning.rest;

import io.cybervpn.application.provisioning.PanelView;
import io.cybervpn.application.provisioning.port.PanelHealth;
import io.cybervpn.domain.shared.Limit;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A panel as staff see it.
 *
 * @param url null for the panel of the configuration, whose address stands there, and for a manual
 *     one
 * @param usersMax null for unlimited; others are asked first where it is reached
 * @param groups server groups of plans with what each is there; an empty text: the group of the
 *     same name; no group at all: whatever a plan names
 * @param state active, draining or off
 * @param users accesses that are wanted there, some seconds ago
 * @param ready whether it has what it takes to be called
 */
@Schema(name = "Panel")
public record PanelJson(
        UUID id,
        String name,
        String kind,
        @Schema(nullable = true) @Nullable String url,
        String region,
        int weight,
        @Schema(nullable = true) @Nullable Long usersMax,
        Map<String, String> groups,
        String state,
        int callsPerSecond,
        long users,
        List<SecretJson> secrets,
        boolean ready,
        HealthJson health,
        long version) {

    /** All of them. */
    @Schema(name = "PanelList")
    public record ListJson(List<PanelJson> items) {}

    /** A secret: whether it is set, never what it is. */
    @Schema(name = "PanelSecretState")
    public record SecretJson(String name, boolean set) {}

    /**
     * How it does, as the instance sees it that answers.
     *
     * @param circuit closed; open while it is left alone; trying when one call may find out
     * @param calls since this instance knows the panel
     * @param failures those of them without a usable answer
     * @param latencyMillis of the latest calls on average
     */
    @Schema(name = "PanelHealth")
    public record HealthJson(
            String circuit,
            long calls,
            long failures,
            long latencyMillis,
            @Schema(nullable = true) @Nullable Instant lastFailureAt,
            @Schema(nullable = true) @Nullable String lastFailure) {
        private static HealthJson of(PanelHealth health) {
            return new HealthJson(
                    health.circuit().name().toLowerCase(Locale.ROOT),
                    health.calls(),
                    health.failures(),
                    health.latency().toMillis(),
                    health.lastFailure().map(PanelHealth.Failure::at).orElse(null),
                    health.lastFailure().map(PanelHealth.Failure::reason).orElse(null));
        }
    }

    static PanelJson of(PanelView view) {
        return new PanelJson(
                view.id().value(),
                view.name(),
                view.kind().code(),
                view.address().map(URI::toString).orElse(null),
                view.region(),
                view.weight(),
                amount(view.usersMax()),
                view.groups(),
                view.mode().code(),
                view.callsPerSecond(),
                view.users(),
                view.secrets().entrySet().stream()
                        .sorted(Map.Entry.comparingByKey())
                        .map(one -> new SecretJson(one.getKey(), one.getValue()))
                        .toList(),
                view.ready(),
                HealthJson.of(view.health()),
                view.version());
    }

    private static @Nullable Long amount(Limit limit) {
        return switch (limit) {
            case Limit.Unlimited() -> null;
            case Limit.Of(var amount) -> amount;
        };
    }
}
