/** LEFT is the width (CSS px) of the value axis beside a trend; strips and rows under it leave the same space. */
export const LEFT = 48

/** RIGHT is the width (CSS px) beside a trend where its newest values stand. */
export const RIGHT = 74
