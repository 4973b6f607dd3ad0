package io.cybervpn.presentation.shared.rest;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What opens a link is in no problem document. */
class LinkPathsTest {
    @ParameterizedTest
    @CsvSource({
        "/sub/abc, /sub/-",
        "/api/v1/pay/abc, /api/v1/pay/-",
        "/api/v1/pay/abc/payments, /api/v1/pay/-/payments",
        "/api/v1/payments/abc, /api/v1/payments/abc"
    })
    void a_path_is_told_without_it(String path, String told) {
        assertThat(LinkPaths.told(path)).isEqualTo(told);
    }
}
