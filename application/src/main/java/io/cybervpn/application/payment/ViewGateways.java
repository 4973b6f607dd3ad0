package io.cybervpn.application.payment;

import io.cybervpn.application.payment.port.GatewayFields;
import io.cybervpn.application.payment.port.LiveGateways;
import io.cybervpn.application.payment.port.PaymentGateways;
import io.cybervpn.application.shared.Actor;
import io.cybervpn.application.shared.Permission;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Shows what is set of the providers (R79), as it holds now; secrets never. */
@Singleton
public final class ViewGateways {
    private final LiveGateways live;
    private final PaymentGateways gateways;

    @Inject
    ViewGateways(LiveGateways live, PaymentGateways gateways) {
        this.live = live;
        this.gateways = gateways;
    }

    /** The answer. */
    public sealed interface Result {
        /** By name. */
        record Shown(List<GatewayView> gateways) implements Result {
            /** Copies the list. */
            public Shown {
                gateways = List.copyOf(gateways);
            }
        }

        /** The actor may not. */
        record Forbidden() implements Result {}
    }

    /** Reads what this instance works with, after a look at what is stored. */
    public Uni<Result> execute(Actor actor) {
        return actor.may(Permission.GATEWAYS_READ)
                ? live.refresh().map(_ -> new Result.Shown(views()))
                : Uni.createFrom().item(new Result.Forbidden());
    }

    private Map<String, Instant> formers(GatewayFields fields) {
        Map<String, Instant> formers = new HashMap<>();
        for (GatewayFields.Field field : fields.fields()) {
            live.formerUntil(fields.provider(), field.name())
                    .ifPresent(until -> formers.put(field.name(), until));
        }
        return Map.copyOf(formers);
    }

    private List<GatewayView> views() {
        return live.fields().stream()
                .sorted(Comparator.comparing(GatewayFields::provider))
                .map(
                        fields ->
                                GatewayView.of(
                                        live.record(fields.provider()),
                                        gateways.find(fields.provider()).isPresent(),
                                        fields.fields(),
                                        formers(fields)))
                .toList();
    }
}
