/**
 * A Remnawave panel, 2.8.1 or 3.3.2, with state in memory. Its contract is what was recorded from
 * real panels; the tests replay every record against it.
 */
@NullMarked
@CheckReturnValue
package io.cybervpn.sandbox.panel;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
