/** Where figures are read from. */
@NullMarked
@CheckReturnValue
package io.cybervpn.application.statistics.port;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
