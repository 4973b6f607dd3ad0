package io.cybervpn.presentation.live.ws;

import io.cybervpn.application.live.StaffTopic;
import io.cybervpn.application.live.port.Board;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

/** The boards that there are. */
@Singleton
final class Boards {
    private final List<Board> all;

    @Inject
    Boards(@Any Instance<Board> all) {
        this.all = all.stream().toList();
    }

    List<Board> all() {
        return all;
    }

    Optional<Board> of(StaffTopic topic) {
        return all.stream().filter(one -> one.topic() == topic).findFirst();
    }
}
