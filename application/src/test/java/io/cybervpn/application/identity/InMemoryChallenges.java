package io.cybervpn.application.identity;

import io.cybervpn.application.identity.port.LoginChallenges;
import io.cybervpn.domain.identity.AccountId;
import io.smallrye.mutiny.Uni;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Challenges in memory, which do not end by themselves. */
final class InMemoryChallenges implements LoginChallenges {
    private final Map<String, AccountId> open = new HashMap<>();

    @Override
    public Uni<String> open(AccountId account) {
        String token = "challenge-" + open.size();
        return Uni.createFrom().item(token).invoke(() -> open.put(token, account));
    }

    @Override
    public Uni<Optional<AccountId>> find(String token) {
        return Uni.createFrom().item(() -> Optional.ofNullable(open.get(token)));
    }

    @Override
    public Uni<Void> close(String token) {
        return Uni.createFrom().voidItem().invoke(() -> open.remove(token));
    }
}
