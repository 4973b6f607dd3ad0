package io.cybervpn.presentation.payment.rest;

import io.cybervpn.application.payment.GatewayView;
import io.cybervpn.application.payment.port.GatewayFields.Field;
import io.cybervpn.domain.payment.GatewayState;
import io.cybervpn.presentation.shared.rest.MoneyJson;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A payment provider as staff set it.
 *
 * @param ready whether the shop has the credentials to call it
 * @param health how it did in the last hour; the figures are at {@code /{provider}/health}
 * @param offered whether customers may choose it
 * @param fields what may be set; of a secret only whether it is
 * @param version to be named by who edits it; 0 as long as nobody did
 */
@Schema(name = "PaymentGateway")
public record GatewayJson(
        String provider,
        boolean ready,
        @Schema(enumeration = {"good", "poor", "down", "unused"}) String health,
        boolean offered,
        int sortOrder,
        Map<String, String> label,
        List<LimitJson> limits,
        Set<String> countries,
        Set<String> deniedCountries,
        Set<String> groups,
        boolean inStoreApps,
        List<FieldJson> fields,
        long version) {
    /** What it is offered for. */
    @Schema(name = "PaymentGatewayLimit")
    public record LimitJson(MoneyJson least, MoneyJson most) {}

    /**
     * One field.
     *
     * @param value what holds; null for a secret and for what is not set
     * @param formerUntil until when pushes are believed by the secret before; null: by none
     * @param set whether there is a value, by staff or by the configuration
     */
    @Schema(name = "PaymentGatewayField")
    public record FieldJson(
            String name,
            boolean secret,
            boolean set,
            @Schema(nullable = true) @Nullable String value,
            @Schema(nullable = true) @Nullable Instant formerUntil) {
        static FieldJson of(Field field, Map<String, Instant> formers) {
            return new FieldJson(
                    field.name(),
                    field.secret(),
                    field.value().isPresent(),
                    field.secret() ? null : field.value().orElse(null),
                    formers.get(field.name()));
        }
    }

    /** All of them. */
    @Schema(name = "PaymentGatewayList")
    public record ListJson(List<GatewayJson> items) {}

    static GatewayJson of(GatewayView view, GatewayState health) {
        return new GatewayJson(
                view.provider(),
                view.ready(),
                health.code(),
                view.offered(),
                view.sortOrder(),
                view.label(),
                view.limits().stream()
                        .map(
                                limit ->
                                        new LimitJson(
                                                MoneyJson.of(limit.least()),
                                                MoneyJson.of(limit.most())))
                        .toList(),
                view.countries(),
                view.deniedCountries(),
                view.groups(),
                view.inStoreApps(),
                view.fields().stream().map(field -> FieldJson.of(field, view.formers())).toList(),
                view.version());
    }
}
