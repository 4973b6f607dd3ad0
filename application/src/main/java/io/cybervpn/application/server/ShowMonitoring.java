package io.cybervpn.application.server;

import io.cybervpn.application.server.port.PanelWatch;
import io.cybervpn.application.server.port.ServerBoard;
import io.cybervpn.application.server.port.TrafficDays;
import io.cybervpn.application.shared.Actor;
import io.cybervpn.application.shared.Permission;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

/** Sums over all servers, for a dashboard (R151). Needs {@link Permission#MONITORING_READ}. */
@Singleton
public final class ShowMonitoring {
    private static final int MONTH_DAYS = 30;

    private final ServerBoard board;
    private final TrafficDays traffic;
    private final PanelWatch watch;
    private final Clock clock;

    @Inject
    ShowMonitoring(ServerBoard board, TrafficDays traffic, PanelWatch watch, Clock clock) {
        this.board = board;
        this.traffic = traffic;
        this.watch = watch;
        this.clock = clock;
    }

    /** The answer. */
    public sealed interface Result {
        /**
         * Sums.
         *
         * @param todayBytes of customers since midnight of UTC, as panels say
         * @param monthBytes of today and the 29 days before
         */
        record Shown(
                ServerBoard.Tally servers,
                long todayBytes,
                long yesterdayBytes,
                long monthBytes,
                List<PanelWatch.Word> panels)
                implements Result {
            /** Copies the list. */
            public Shown {
                panels = List.copyOf(panels);
            }
        }

        /** The actor may not. */
        record Forbidden() implements Result {}
    }

    /** Reads. */
    public Uni<Result> execute(Actor actor) {
        if (!actor.may(Permission.MONITORING_READ)) {
            return Uni.createFrom().item(new Result.Forbidden());
        }
        LocalDate today = clock.instant().atZone(ZoneOffset.UTC).toLocalDate();
        return Uni.combine()
                .all()
                .unis(
                        board.tally(),
                        traffic.sum(today, today),
                        traffic.sum(today.minusDays(1), today.minusDays(1)),
                        traffic.sum(today.minusDays(MONTH_DAYS - 1L), today),
                        watch.words())
                .with(Result.Shown::new);
    }
}
