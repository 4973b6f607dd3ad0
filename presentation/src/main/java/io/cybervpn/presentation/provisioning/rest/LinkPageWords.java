package io.cybervpn.presentation.provisioning.rest;

import io.cybervpn.application.provisioning.LinkState;
import io.cybervpn.presentation.shared.rest.Languages;
import java.util.Map;

/** What the page of a link says, in English and Russian. */
record LinkPageWords(
        String language,
        Map<LinkState, String> states,
        String daysLeft,
        String traffic,
        String unlimited,
        String renew,
        String support,
        String importInto) {
    private static final LinkPageWords ENGLISH =
            new LinkPageWords(
                    "en",
                    Map.of(
                            LinkState.ACTIVE, "Active",
                            LinkState.PREPARING, "Being set up",
                            LinkState.NO_VPN, "This is no VPN",
                            LinkState.EXPIRED, "Expired",
                            LinkState.LIMITED, "Traffic is used up",
                            LinkState.SUSPENDED, "Suspended",
                            LinkState.TERMINATED, "Ended"),
                    "Days left",
                    "Traffic",
                    "unlimited",
                    "Renew",
                    "Support",
                    "Import into an app");
    private static final LinkPageWords RUSSIAN =
            new LinkPageWords(
                    "ru",
                    Map.of(
                            LinkState.ACTIVE, "Действует",
                            LinkState.PREPARING, "Настраивается",
                            LinkState.NO_VPN, "Это не VPN",
                            LinkState.EXPIRED, "Закончилась",
                            LinkState.LIMITED, "Трафик закончился",
                            LinkState.SUSPENDED, "Приостановлена",
                            LinkState.TERMINATED, "Прекращена"),
                    "Осталось дней",
                    "Трафик",
                    "без ограничения",
                    "Продлить",
                    "Поддержка",
                    "Добавить в приложение");

    static LinkPageWords of(Languages languages) {
        return languages.language(Map.of("en", "", "ru", "")).equals("ru") ? RUSSIAN : ENGLISH;
    }

    String state(LinkState state) {
        return states.getOrDefault(state, state.code());
    }
}
