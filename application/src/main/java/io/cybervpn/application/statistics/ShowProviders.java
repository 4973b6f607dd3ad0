package io.cybervpn.application.statistics;

import io.cybervpn.application.shared.Actor;
import io.cybervpn.application.shared.Permission;
import io.cybervpn.application.statistics.port.CountFigures;
import io.cybervpn.application.statistics.port.CountFigures.ProviderCount;
import io.cybervpn.domain.statistics.model.Ratios;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.OptionalLong;

/** How the payments that were begun in a stretch of time ended, by provider (R104, R225). */
@Singleton
public final class ShowProviders {
    private final CountFigures counts;

    @Inject
    ShowProviders(CountFigures counts) {
        this.counts = counts;
    }

    /** Of which time. */
    public record Query(Actor actor, Stretch stretch) {}

    /** One provider in one asset. */
    public record Provider(ProviderCount count) {
        /** Payments whose money came, of those begun, in basis points. */
        public OptionalLong conversionBp() {
            return Ratios.shareBp(count.captured(), count.started());
        }
    }

    /** The answer. */
    public sealed interface Result {
        /** By name and asset. */
        record Read(List<Provider> providers) implements Result {
            /** Copies the list. */
            public Read {
                providers = List.copyOf(providers);
            }
        }

        /** The actor may not. */
        record Forbidden() implements Result {}
    }

    /** Reads. */
    public Uni<Result> execute(Query query) {
        return query.actor().may(Permission.STATISTICS_READ)
                ? counts.providers(query.stretch().from(), query.stretch().to())
                        .map(found -> new Result.Read(found.stream().map(Provider::new).toList()))
                : Uni.createFrom().item(new Result.Forbidden());
    }
}
