package io.cybervpn.infrastructure.shared;

import io.cybervpn.application.shared.AccountFollower;
import io.cybervpn.application.shared.AccountFollowers;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.List;

/** Finds followers of accounts among the beans. */
@Singleton
final class CdiFollowers implements AccountFollowers {
    private final Instance<AccountFollower> followers;

    @Inject
    CdiFollowers(@Any Instance<AccountFollower> followers) {
        this.followers = followers;
    }

    @Override
    public List<AccountFollower> all() {
        return followers.stream().sorted(Comparator.comparingInt(AccountFollower::rank)).toList();
    }
}
