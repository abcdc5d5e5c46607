"""A reader at the page, with every other host out of reach."""

from urllib.parse import urlsplit

from playwright.sync_api import BrowserContext, Locator, Page, Route

PATIENCE = 20_000  # Milliseconds; an answer of the real model takes one or two seconds.


class Visitor:
    """One browser context: its own cookies, clipboard and chat."""

    def __init__(self, context: BrowserContext, address: str):
        self.context = context
        self.address = address
        self.strangers: list[str] = []  # Requests to any other host.
        self.complaints: list[str] = []  # What the page wrote to the console as an error.
        context.set_default_timeout(PATIENCE)
        context.route("**/*", self._guard)
        self.page: Page = context.new_page()
        self.page.on("console", self._listen)
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))
        self.page.on("websocket", lambda socket: self.strangers.append(socket.url))

    def open(self) -> "Visitor":
        with self.page.expect_response("**/run/predict*"):  # It is wired once what it shows came.
            self.page.goto(self.address)
        return self

    def ask(self, question: str) -> Locator:
        """Ask, and return the turn with its answer."""
        number = self.page.locator(".cc-turn").count()
        self.box.fill(question)
        self.box.press("Enter")
        return self.turn(number)

    def turn(self, number: int) -> Locator:
        turn = self.page.locator(".cc-turn").nth(number)
        turn.locator(".cc-answer, .cc-error").first.wait_for()
        return turn

    def tab(self, name: str) -> None:
        self.page.get_by_role("tab", name=name, exact=True).click()

    @property
    def box(self) -> Locator:
        return self.page.get_by_label("Your question")

    @property
    def pane(self) -> Locator:
        return self.page.locator("#cc-pane")

    @property
    def mark(self) -> Locator:
        return self.pane.locator("mark").first

    def in_pane(self, element: Locator) -> bool:
        """Whether an element can be seen inside the reading pane and the window."""
        return element.evaluate(
            """mark => {
              const at = mark.getBoundingClientRect();
              const pane = document.getElementById("cc-pane").getBoundingClientRect();
              return at.height > 0 && at.top >= Math.max(0, pane.top)
                && at.bottom <= Math.min(innerHeight, pane.bottom);
            }"""
        )

    def overflow(self) -> int:
        """How many pixels the page is wider than the window."""
        return self.page.evaluate("document.documentElement.scrollWidth - innerWidth")

    def _guard(self, route: Route) -> None:
        if urlsplit(route.request.url).netloc == urlsplit(self.address).netloc:
            route.continue_()
        else:
            self.strangers.append(route.request.url)
            route.abort()

    def _listen(self, message) -> None:
        if message.type == "error":
            self.complaints.append(message.text)
