package io.cybervpn.presentation.live.ws;

import io.cybervpn.application.live.Address;
import io.cybervpn.application.live.Datum;
import io.cybervpn.application.live.News;
import io.cybervpn.application.live.port.Snapshot;
import io.cybervpn.application.live.port.Wording;
import io.cybervpn.application.shared.Ids;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.jboss.logging.Logger;

/** How things stand, for who begins to listen. */
@Singleton
final class Snapshots {
    private static final Logger LOG = Logger.getLogger(Snapshots.class);
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Instance<Snapshot> snapshots;
    private final Wording wording;
    private final Ids ids;
    private final Clock clock;

    @Inject
    Snapshots(@Any Instance<Snapshot> snapshots, Wording wording, Ids ids, Clock clock) {
        this.snapshots = snapshots;
        this.wording = wording;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Its text; empty where there is none.
     *
     * @param position the number of the latest news that it may know of
     */
    Uni<Optional<String>> of(Address address, long position) {
        return switch (address) {
            case Address.Person _ -> Uni.createFrom().item(Optional.empty());
            case Address.Staff staff ->
                    snapshots.stream()
                            .filter(one -> one.topic() == staff.topic())
                            .findFirst()
                            .map(one -> take(one, staff, position))
                            .orElseGet(() -> Uni.createFrom().item(Optional.empty()));
        };
    }

    private Uni<Optional<String>> take(Snapshot snapshot, Address.Staff address, long position) {
        return snapshot.take()
                .ifNoItem()
                .after(PATIENCE)
                .fail()
                .map(fields -> Optional.of(text(fields, address, position)))
                .onFailure()
                .invoke(failure -> LOG.warnf("no snapshot of %s: %s", address, failure))
                .onFailure()
                .recoverWithItem(Optional.empty());
    }

    private String text(Datum.Fields fields, Address.Staff address, long position) {
        News news =
                new News(
                        address,
                        ids.next(),
                        address.topicCode() + ".snapshot",
                        clock.instant(),
                        fields.values());
        return wording.word(news, position);
    }
}
