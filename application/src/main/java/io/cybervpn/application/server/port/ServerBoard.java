package io.cybervpn.application.server.port;

import io.cybervpn.application.server.ServerView;
import io.cybervpn.application.shared.Page;
import io.cybervpn.domain.server.ServerId;
import io.cybervpn.domain.server.ServerStatus;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Servers as they are read, outside any unit of work. */
public interface ServerBoard {
    /**
     * Which; all that is given must hold.
     *
     * @param statuses empty: any
     * @param countries empty: any
     * @param text part of a name or an address
     * @param hidden empty: both
     */
    record Filter(
            Set<ServerStatus> statuses,
            Set<String> countries,
            Optional<String> text,
            Optional<Boolean> hidden) {
        /** Copies the sets. */
        public Filter {
            statuses = Set.copyOf(statuses);
            countries = Set.copyOf(countries);
        }
    }

    /** What a list can be sorted by; ties by id. */
    enum Field {
        POSITION,
        NAME,
        STATUS,
        COUNTRY,
        USERS_ONLINE,
        SINCE
    }

    /** A page of all servers, gone ones too. */
    Uni<Page<ServerView>> page(Filter filter, Field field, boolean descending, Page.Request page);

    /** One. */
    Uni<Optional<ServerView>> find(ServerId id);

    /** The one of a node, by the panel's reference. */
    Uni<Optional<ServerView>> ofNode(String panel, String node);

    /** What customers may see: neither hidden nor gone; by position, then name; 1000 at most. */
    Uni<List<ServerView>> shown();

    /**
     * How many there are, without those that are gone.
     *
     * @param byStatus with all statuses
     * @param unknown those of silent panels among them
     */
    record Tally(Map<ServerStatus, Long> byStatus, long unknown, long usersOnline) {
        /** Copies the map. */
        public Tally {
            byStatus = Map.copyOf(byStatus);
        }
    }

    /** Counts. */
    Uni<Tally> tally();
}
