package io.cybervpn.application.identity;

import io.cybervpn.application.identity.port.Revocations;
import io.cybervpn.domain.identity.SessionId;
import io.smallrye.mutiny.Uni;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** A list of the denied that can be away or forget. */
final class InMemoryRevocations implements Revocations {
    private final Set<SessionId> denied = new HashSet<>();
    private boolean away;
    private boolean whole = true;

    void goAway(boolean isAway) {
        this.away = isAway;
    }

    void forget() {
        denied.clear();
        whole = false;
    }

    @Override
    public Uni<Answer> ask(SessionId session) {
        return Uni.createFrom().item(() -> answer(session));
    }

    private Answer answer(SessionId session) {
        if (away || !whole && !denied.contains(session)) {
            return Answer.UNKNOWN;
        }
        return denied.contains(session) ? Answer.DENIED : Answer.GOOD;
    }

    @Override
    public Uni<Void> deny(List<SessionId> sessions) {
        return present().invoke(() -> denied.addAll(sessions));
    }

    @Override
    public Uni<Boolean> isWhole() {
        return present().map(_ -> whole);
    }

    @Override
    public Uni<Void> declareWhole() {
        return present().invoke(() -> whole = true);
    }

    private Uni<Void> present() {
        return Uni.createFrom()
                .voidItem()
                .invoke(
                        () -> {
                            if (away) {
                                throw new IllegalStateException("the list is away");
                            }
                        });
    }
}
