package io.cybervpn.application.payment;

import io.cybervpn.application.payment.port.GatewayFields;
import io.cybervpn.application.payment.port.GatewayFigures;
import io.cybervpn.application.payment.port.GatewayFigures.Begun;
import io.cybervpn.application.payment.port.GatewayFigures.Pushes;
import io.cybervpn.application.payment.port.GatewayPulses;
import io.cybervpn.application.payment.port.GatewayPulses.Pulse;
import io.cybervpn.application.payment.port.LiveGateways;
import io.cybervpn.application.payment.port.PaymentGateways;
import io.cybervpn.application.shared.Actor;
import io.cybervpn.application.shared.Permission;
import io.cybervpn.domain.payment.GatewayState;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Shows how providers do: from payments and pushes, which all instances share, and from the calls
 * of this instance. Needs {@link Permission#GATEWAYS_READ}; asks no provider, changes nothing.
 */
@Singleton
public final class ViewGatewayHealth {
    private final LiveGateways live;
    private final PaymentGateways gateways;
    private final GatewayFigures figures;
    private final GatewayPulses pulses;
    private final Clock clock;

    @Inject
    ViewGatewayHealth(
            LiveGateways live,
            PaymentGateways gateways,
            GatewayFigures figures,
            GatewayPulses pulses,
            Clock clock) {
        this.live = live;
        this.gateways = gateways;
        this.figures = figures;
        this.pulses = pulses;
        this.clock = clock;
    }

    /** The answer. */
    public sealed interface Result {
        /** By name. */
        record Shown(List<GatewayHealthView> gateways) implements Result {
            /** Copies the list. */
            public Shown {
                gateways = List.copyOf(gateways);
            }
        }

        /** The actor may not. */
        record Forbidden() implements Result {}
    }

    /** What was read for all of them. */
    private record Read(
            Map<String, Begun> hour, Map<String, Begun> day, Map<String, Pushes> pushes) {}

    /** Reads all of them. */
    public Uni<Result> execute(Actor actor) {
        if (!actor.may(Permission.GATEWAYS_READ)) {
            return Uni.createFrom().item(new Result.Forbidden());
        }
        List<String> providers =
                live.fields().stream().map(GatewayFields::provider).sorted().toList();
        Instant now = clock.instant();
        return read(sources(providers), now).map(read -> new Result.Shown(views(providers, read)));
    }

    /** Telegram pushes for Stars: a provider is known by who reads its pushes. */
    private Set<String> sources(List<String> providers) {
        return providers.stream()
                .map(this::sourceOf)
                .flatMap(Optional::stream)
                .collect(Collectors.toSet());
    }

    private Optional<String> sourceOf(String provider) {
        return gateways.sourceOf(provider);
    }

    private Uni<Read> read(Set<String> sources, Instant now) {
        return figures.begunSince(now.minus(Duration.ofHours(1)))
                .chain(
                        hour ->
                                figures.begunSince(now.minus(Duration.ofDays(1)))
                                        .chain(
                                                day ->
                                                        figures.pushes(sources, now)
                                                                .map(
                                                                        pushes ->
                                                                                new Read(
                                                                                        hour, day,
                                                                                        pushes))));
    }

    private List<GatewayHealthView> views(List<String> providers, Read read) {
        return providers.stream().map(provider -> view(provider, read)).toList();
    }

    private GatewayHealthView view(String provider, Read read) {
        Pulse pulse = pulses.of(provider);
        Optional<Pushes> pushes =
                sourceOf(provider).map(source -> read.pushes().getOrDefault(source, Pushes.NONE));
        return new GatewayHealthView(
                provider,
                GatewayState.of(signs(provider, pulse, pushes)),
                pulse,
                read.hour().getOrDefault(provider, Begun.NONE),
                read.day().getOrDefault(provider, Begun.NONE),
                pushes);
    }

    private GatewayState.Signs signs(String provider, Pulse pulse, Optional<Pushes> pushes) {
        return new GatewayState.Signs(
                gateways.find(provider).isPresent(),
                pulse.circuitOpen(),
                pulse.hour().calls(),
                pulse.hour().unanswered(),
                pushes.flatMap(Pushes::oldestWaiting)
                        .map(since -> Duration.between(since, clock.instant())));
    }
}
