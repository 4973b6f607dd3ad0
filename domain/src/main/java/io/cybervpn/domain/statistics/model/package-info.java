/** How averages and shares are rounded, once for all figures. */
@NullMarked
@CheckReturnValue
package io.cybervpn.domain.statistics.model;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
