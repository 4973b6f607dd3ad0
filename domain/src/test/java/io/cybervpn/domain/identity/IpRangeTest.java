package io.cybervpn.domain.identity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IpRangeTest {
    private static boolean holds(String range, String address) {
        return IpRange.parse(range).orElseThrow().holds(IpRange.address(address).orElseThrow());
    }

    @ParameterizedTest
    @CsvSource({
        "192.0.2.7, 192.0.2.7",
        "192.0.2.0/24, 192.0.2.255",
        "0.0.0.0/0, 203.0.113.9",
        "192.0.2.128/25, 192.0.2.200",
        "192.0.2.0/24, ::ffff:192.0.2.5",
        "2001:db8::/32, 2001:db8:ffff::1",
        "2001:db8::1, 2001:DB8:0:0::1",
        "::/0, ::1",
    })
    void what_begins_alike_is_in_it(String range, String address) {
        assertThat(holds(range, address)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "192.0.2.7, 192.0.2.8",
        "192.0.2.0/24, 192.0.3.0",
        "0.0.0.0/0, 2001:db8::1",
        "::/0, 192.0.2.1",
        "2001:db8::/33, 2001:db8:8000::1",
    })
    void all_else_is_not(String range, String address) {
        assertThat(holds(range, address)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "", "localhost", "example.org/8", "192.0.2.1/24", "192.0.2.0/33", "192.0.2.0/-1",
                "192.0.2.0/", "192.0.2.0/+8", "192.0.2.0/٨", "192.0.2", "2001:db8::1/64", "::/129",
                "fe80::1%lo", "192.0.2.0/24/24", " 192.0.2.0/24"
            })
    void what_is_no_range_is_refused(String text) {
        assertThat(IpRange.parse(text)).isEmpty();
    }

    @Test
    void it_reads_what_it_writes() {
        for (String text : new String[] {"192.0.2.0/24", "192.0.2.1", "2001:db8::/32", "::/0"}) {
            IpRange range = IpRange.parse(text).orElseThrow();
            assertThat(IpRange.parse(range.toString())).contains(range);
        }
        assertThat(IpRange.parse("192.0.2.1").orElseThrow()).hasToString("192.0.2.1/32");
    }
}
