package io.cybervpn.application.provisioning;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a customer reads instead of the names of servers when there are none for him: what is the
 * matter, and what he can do. In English and Russian; other languages read English.
 */
@Singleton
final class LinkWords {
    private static final String RUSSIAN = "ru";
    private static final Map<LinkState, String> ENGLISH_WHY =
            Map.of(
                    LinkState.PREPARING, "Being set up: refresh in a minute",
                    LinkState.NO_VPN, "This is no VPN: see your account",
                    LinkState.EXPIRED, "Subscription expired on %s",
                    LinkState.LIMITED, "The traffic is used up",
                    LinkState.SUSPENDED, "Subscription is suspended",
                    LinkState.TERMINATED, "Subscription has been ended",
                    LinkState.DEVICES_FULL, "Device limit is reached",
                    LinkState.DEVICE_UNNAMED, "This app does not name its device");
    private static final Map<LinkState, String> RUSSIAN_WHY =
            Map.of(
                    LinkState.PREPARING, "Настраивается: обновите через минуту",
                    LinkState.NO_VPN, "Это не VPN: смотрите личный кабинет",
                    LinkState.EXPIRED, "Подписка закончилась %s",
                    LinkState.LIMITED, "Трафик закончился",
                    LinkState.SUSPENDED, "Подписка приостановлена",
                    LinkState.TERMINATED, "Подписка прекращена",
                    LinkState.DEVICES_FULL, "Достигнут предел устройств",
                    LinkState.DEVICE_UNNAMED, "Приложение не называет своё устройство");

    private final LinkSettings settings;

    @Inject
    LinkWords(LinkSettings settings) {
        this.settings = settings;
    }

    /** The lines, one or two of them. */
    List<String> of(LinkState state, String language, Instant expireAt) {
        boolean russian = language.equals(RUSSIAN) || language.startsWith(RUSSIAN + "-");
        String day = expireAt.atZone(ZoneOffset.UTC).toLocalDate().toString();
        String why = (russian ? RUSSIAN_WHY : ENGLISH_WHY).getOrDefault(state, state.code());
        return Stream.concat(Stream.of(why.replace("%s", day)), advice(state, russian).stream())
                .toList();
    }

    private Optional<String> advice(LinkState state, boolean russian) {
        return switch (state) {
            case EXPIRED, LIMITED, TERMINATED ->
                    settings.pages().renew().map(url -> (russian ? "Продлить: " : "Renew: ") + url);
            case SUSPENDED, DEVICE_UNNAMED ->
                    settings.pages()
                            .support()
                            .map(url -> (russian ? "Поддержка: " : "Support: ") + url);
            case DEVICES_FULL ->
                    Optional.of(
                            (russian ? "Удалите лишнее: " : "Remove one: ")
                                    + settings.pages().home());
            case ACTIVE, PREPARING, NO_VPN -> Optional.empty();
        };
    }
}
