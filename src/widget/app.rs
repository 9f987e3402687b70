//! The root component: paints what the player shows, and passes on what the learner asks for.

use crate::widget::player::Player;
use crate::widget::stage::Ask;
use crate::widget::view;
use std::rc::Rc;
use yew::prelude::*;

/// The root of one widget.
#[derive(Debug)]
pub struct App {
    ask: Callback<Ask>,
}

/// What the root needs.
#[derive(Clone, Properties)]
pub struct AppProps {
    /// Who owns what is shown.
    pub player: Rc<Player>,
}

impl PartialEq for AppProps {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.player, &other.player)
    }
}

impl Component for App {
    type Message = ();
    type Properties = AppProps;

    fn create(ctx: &Context<Self>) -> Self {
        let player = Rc::clone(&ctx.props().player);
        player.on_change(ctx.link().callback(|()| ()));
        Self { ask: Callback::from(move |ask| player.ask(ask)) }
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        view::screen(&ctx.props().player.screen(), &self.ask)
    }

    fn rendered(&mut self, ctx: &Context<Self>, _is_first: bool) {
        ctx.props().player.settle_focus();
    }
}
