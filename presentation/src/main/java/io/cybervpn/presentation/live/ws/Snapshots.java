package io.cybervpn.presentation.live.ws;

import io.cybervpn.application.live.Address;
import io.cybervpn.application.live.Datum;
import io.cybervpn.application.live.News;
import io.cybervpn.application.live.Thing;
import io.cybervpn.application.live.port.Board;
import io.cybervpn.application.live.port.Wording;
import io.cybervpn.application.shared.Ids;
import io.smallrye.mutiny.Uni;
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

    private final Boards boards;
    private final Wording wording;
    private final Ids ids;
    private final Clock clock;

    @Inject
    Snapshots(Boards boards, Wording wording, Ids ids, Clock clock) {
        this.boards = boards;
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
                    boards.of(staff.topic())
                            .map(one -> take(one, staff, position))
                            .orElseGet(() -> Uni.createFrom().item(Optional.empty()));
        };
    }

    private Uni<Optional<String>> take(Board board, Address.Staff address, long position) {
        return board.take()
                .ifNoItem()
                .after(PATIENCE)
                .fail()
                .map(things -> Optional.of(text(Thing.list(things), address, position)))
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
