"""Colours and type of gradio's own components, so that they match assets/page.css."""

import gradio as gr
from gradio.themes.utils import colors

# System fonts only: a named web font would be asked for from another host.
SANS = ["system-ui", "-apple-system", "Segoe UI", "Roboto", "Noto Sans", "sans-serif"]
MONO = ["ui-monospace", "SFMono-Regular", "Menlo", "Consolas", "monospace"]

INK = colors.Color(
    name="ink",
    c50="#eef4f7",
    c100="#d7e5ec",
    c200="#b0ccd9",
    c300="#82adc1",
    c400="#4f88a3",
    c500="#2f6c89",
    c600="#1f5673",
    c700="#19465e",
    c800="#14384b",
    c900="#0f2a39",
    c950="#0a1c27",
)


def theme() -> gr.themes.Base:
    """Return the theme; every colour pair in it has a contrast of 4.5 to 1 or more."""
    base = gr.themes.Base(
        primary_hue=INK, secondary_hue=INK, neutral_hue=colors.stone, font=SANS, font_mono=MONO
    )
    return base.set(
        body_background_fill="#fbfaf7",
        body_background_fill_dark="#171614",
        body_text_color="#1d1b18",
        body_text_color_dark="#ece7df",
        body_text_color_subdued="#5d574e",
        body_text_color_subdued_dark="#b0a99d",
        block_background_fill="transparent",
        block_background_fill_dark="transparent",
        block_border_width="0px",
        block_border_width_dark="0px",
        block_shadow="none",
        block_label_text_color="#5d574e",
        block_label_text_color_dark="#b0a99d",
        block_title_text_color="#1d1b18",
        block_title_text_color_dark="#ece7df",
        block_info_text_color="#5d574e",
        block_info_text_color_dark="#b0a99d",
        input_background_fill="#ffffff",
        input_background_fill_dark="#211f1c",
        input_border_color="#a79f92",
        input_border_color_dark="#6b645a",
        input_border_width="1px",
        input_placeholder_color="#6b655b",
        input_placeholder_color_dark="#a8a196",
        button_primary_background_fill="#1f5673",
        button_primary_background_fill_hover="#19465e",
        button_primary_background_fill_dark="#8cc3dd",
        button_primary_background_fill_hover_dark="#a9d5ea",
        button_primary_text_color="#ffffff",
        button_primary_text_color_dark="#0f2a39",
    )
