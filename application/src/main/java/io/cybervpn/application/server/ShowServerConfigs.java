package io.cybervpn.application.server;

import io.cybervpn.application.server.port.ServerBoard;
import io.cybervpn.application.server.port.ServerConfigs;
import io.cybervpn.application.server.port.ServerConfigs.Version;
import io.cybervpn.application.shared.Actor;
import io.cybervpn.application.shared.Permission;
import io.cybervpn.domain.server.ServerId;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Shows staff how a server was configured over time. Needs {@link Permission#SERVERS_READ}. */
@Singleton
public final class ShowServerConfigs {
    private final ServerBoard board;
    private final ServerConfigs configs;

    @Inject
    ShowServerConfigs(ServerBoard board, ServerConfigs configs) {
        this.board = board;
        this.configs = configs;
    }

    /**
     * Which.
     *
     * @param before only versions older than this one
     * @param limit 1 to 100
     */
    public record Query(Actor actor, ServerId server, Optional<Integer> before, int limit) {}

    /**
     * A version beside the one before it.
     *
     * @param changes as {@link NodeConfig#changesSince}; empty of the oldest one that is kept
     */
    public record Changed(Version version, List<String> changes) {
        /** Copies the list. */
        public Changed {
            changes = List.copyOf(changes);
        }
    }

    /** The answer. */
    public sealed interface Result {
        /**
         * These, the newest first.
         *
         * @param next for {@link Query#before}; empty at the end
         */
        record Shown(List<Changed> versions, Optional<Integer> next) implements Result {
            /** Copies the list. */
            public Shown {
                versions = List.copyOf(versions);
            }
        }

        /** There is no such server. */
        record NoSuchServer() implements Result {}

        /** The actor may not. */
        record Forbidden() implements Result {}
    }

    /** Shows them. */
    public Uni<Result> execute(Query query) {
        return query.actor().may(Permission.SERVERS_READ)
                ? board.find(query.server()).chain(found -> show(found, query))
                : Uni.createFrom().item(new Result.Forbidden());
    }

    private Uni<Result> show(Optional<ServerView> found, Query query) {
        return found.isEmpty()
                ? Uni.createFrom().item(new Result.NoSuchServer())
                : configs.versions(query.server(), query.before(), query.limit() + 1)
                        .map(versions -> shown(versions, query.limit()));
    }

    private static Result shown(List<Version> versions, int limit) {
        List<Changed> changed = new ArrayList<>();
        for (int i = 0; i < Math.min(limit, versions.size()); i++) {
            changed.add(
                    i + 1 < versions.size()
                            ? beside(versions.get(i), versions.get(i + 1))
                            : new Changed(versions.get(i), List.of()));
        }
        return new Result.Shown(
                changed,
                versions.size() > limit
                        ? Optional.of(changed.getLast().version().number())
                        : Optional.empty());
    }

    private static Changed beside(Version version, Version before) {
        return new Changed(version, version.config().changesSince(before.config()));
    }
}
